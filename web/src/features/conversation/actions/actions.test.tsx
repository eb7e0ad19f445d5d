import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProblemError, type Message, type Room } from '@tingting/sdk';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { giveElementsSizes } from '../testing/layout';
import { an, binh, chi, message, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';
import { useToasts } from '@/ui/toast/toasts';

// Fetched with the first menu; the tests are not about how long that takes.
beforeAll(() => import('../overlays/Overlays'), 60_000);

beforeEach(() => {
  giveElementsSizes();
  useToasts.setState({ shown: [] });
});

async function show(messages: readonly Message[], told: Partial<Room> = {}) {
  const conversation = new FakeConversation(room, an, messages);
  const client = fakeClient({ room: aRoom({ last_seq: messages.length, ...told }), conversation });
  await conversation.open();
  await renderConversation(client);
  return { conversation, client, user: userEvent.setup() };
}

const theirs = message({ seq: 1, content: 'Chào An' });
const own = message({ seq: 2, user_id: an, content: 'Chào Bình' });
const row = (text: string) => screen.getByText(text).closest('article')!;
const composer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Message to/ });
const menu = async (text: string) => {
  fireEvent.contextMenu(row(text));
  return screen.findByRole('menu');
};
const choose = async (user: ReturnType<typeof userEvent.setup>, text: string, item: string) => {
  await user.click(within(await menu(text)).getByRole('menuitem', { name: item }));
};
const toasts = () => useToasts.getState().shown.map(({ text }) => text);

describe('the actions of a message', () => {
  it('stand over it while the pointer is there', async () => {
    const { user } = await show([theirs, own]);
    expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
    await user.hover(row('Chào An'));
    const bar = screen.getByRole('toolbar', { name: 'Message actions' });
    expect(row('Chào An')).toContainElement(bar);
    expect(within(bar).queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
    await user.hover(row('Chào Bình'));
    expect(
      within(screen.getByRole('toolbar')).getByRole('button', { name: 'Edit' }),
    ).toBeInTheDocument();
  });

  it('are all in its context menu', async () => {
    await show([theirs, own]);
    const names = within(await menu('Chào Bình'))
      .getAllByRole('menuitem')
      .map((it) => it.textContent);
    expect(names).toEqual(expect.arrayContaining(['Reply', 'Edit', 'Copy link', 'Recall']));
  });

  it('leave the focus with the message', async () => {
    const { user } = await show([theirs]);
    row('Chào An').focus();
    await menu('Chào An');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(row('Chào An')).toHaveFocus());
  });

  it('copy a link that leads to the message', async () => {
    const { user } = await show([theirs]);
    await choose(user, 'Chào An', 'Copy link');
    await waitFor(() => expect(toasts()).toEqual(['Link copied.']));
    expect(await navigator.clipboard.readText()).toMatch(/\/app\/rooms\/room\/messages\/m1$/);
  });

  it('that fail say why', async () => {
    const { user, conversation } = await show([theirs], { role: 'admin' });
    const forbidden = new ProblemError({ code: 'forbidden', detail: '', retryable: false });
    conversation.pin = () => Promise.reject(forbidden);
    await choose(user, 'Chào An', 'Pin');
    await waitFor(() => expect(toasts()).toEqual(['You may not do this here.']));
  });
});

describe('a reaction', () => {
  it('is given and taken back with a press', async () => {
    const { user } = await show([theirs]);
    await user.hover(row('Chào An'));
    // The pointer that moves inside is told as one that leaves and comes back.
    fireEvent.click(screen.getByRole('button', { name: 'React with 👍' }));
    const chip = await screen.findByRole('button', { name: '👍, 1 reaction', pressed: true });
    await user.click(chip);
    expect(screen.queryByRole('button', { name: /👍, / })).not.toBeInTheDocument();
  });
});

describe('a reply', () => {
  it('shows what it answers, before and after it is sent', async () => {
    const { user, conversation } = await show([theirs]);
    await choose(user, 'Chào An', 'Reply');
    await waitFor(() => expect(composer()).toHaveFocus());
    await user.keyboard('Chào{Enter}');
    const { draft } = conversation.store.getState().outgoing[0]!;
    expect(draft).toEqual({ content: 'Chào', reply_to: 'm1' });
    expect(
      within(row('Chào')).getByRole('button', { name: /In reply to Bình Chào An/ }),
    ).toBeInTheDocument();
  });

  it('is none any more after Escape', async () => {
    const { user, conversation } = await show([theirs]);
    row('Chào An').focus();
    await user.keyboard('r');
    await waitFor(() => expect(composer()).toHaveFocus());
    await user.keyboard('{Escape}Chào{Enter}');
    expect(conversation.store.getState().outgoing[0]?.draft).toEqual({ content: 'Chào' });
  });
});

describe('an edit', () => {
  const field = () => screen.getByRole('textbox', { name: 'Edit message' });

  it('begins with the arrow up in an empty composer, and ends with Enter', async () => {
    const { user } = await show([theirs, own]);
    await user.type(composer(), '{ArrowUp}');
    expect(field()).toHaveFocus();
    await user.keyboard(' ơi{Enter}');
    expect(await screen.findByText('Chào Bình ơi')).toBeInTheDocument();
    expect(within(row('Chào Bình ơi')).getByText('edited')).toBeInTheDocument();
    expect(row('Chào Bình ơi')).toHaveFocus();
  });

  it('begins with E on the message, and is nothing after Escape', async () => {
    const { user, conversation } = await show([theirs, own]);
    row('Chào Bình').focus();
    await user.keyboard('e');
    await user.keyboard(' ơi{Escape}');
    expect(row('Chào Bình')).toHaveFocus();
    expect(conversation.store.getState().messages[1]?.edited_at).toBeNull();
  });

  it('leaves the arrow alone where there are words already', async () => {
    const { user } = await show([theirs, own]);
    await user.type(composer(), 'a{ArrowUp}');
    expect(screen.queryByRole('textbox', { name: 'Edit message' })).not.toBeInTheDocument();
  });

  it('that was refused keeps the words and says why', async () => {
    const { user, conversation } = await show([own]);
    conversation.edit = () =>
      Promise.reject(new ProblemError({ code: 'forbidden', detail: '', retryable: false }));
    await user.type(composer(), '{ArrowUp} ơi{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('You may not do this here.');
    expect(field()).toHaveValue('Chào Bình ơi');
  });
});

describe('a recall', () => {
  it('can be undone for a while', async () => {
    const { user, conversation } = await show([own]);
    const recall = vi.fn(() => Promise.resolve());
    conversation.recall = recall;
    await choose(user, 'Chào Bình', 'Recall');
    expect(await screen.findByText('You recalled this message')).toBeInTheDocument();
    expect(screen.queryByText('Chào Bình')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByText('Chào Bình')).toBeInTheDocument();
    expect(recall).not.toHaveBeenCalled();
  });
});

describe('a mention', () => {
  it('is offered from the names of the members, by keyboard', async () => {
    const { user, conversation } = await show([theirs]);
    const joined_at = '2026-01-01T00:00:00.000Z';
    act(() =>
      conversation.store.setState({
        members: [an, binh, chi].map((user_id) => ({ user_id, role: 'member', joined_at })),
      }),
    );
    await user.type(composer(), 'hỏi @');
    const names = () => screen.queryAllByRole('option').map((it) => it.textContent);
    const chosen = () => screen.getByRole('option', { selected: true });
    expect(names()).toHaveLength(2);
    expect(chosen()).toHaveTextContent('Bình');
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toHaveTextContent('Chi Nguyễn');
    expect(composer()).toHaveAttribute('aria-activedescendant', chosen().id);
    await user.keyboard('b');
    expect(names()).toEqual([expect.stringContaining('Bình')]);
    await user.keyboard('{Escape}');
    expect(names()).toEqual([]);
    expect(composer()).toHaveValue('hỏi @b');
  });

  it('is sent with whom it calls', async () => {
    const { user, conversation } = await show([theirs]);
    const joined_at = '2026-01-01T00:00:00.000Z';
    act(() =>
      conversation.store.setState({ members: [{ user_id: binh, role: 'member', joined_at }] }),
    );
    await user.type(composer(), 'hỏi @binh nhé{Enter}');
    const { draft } = conversation.store.getState().outgoing[0]!;
    expect(draft).toEqual({ content: 'hỏi @binh nhé', mentions: [binh] });
  });
});
