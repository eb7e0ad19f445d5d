import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Message } from '@tingting/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { giveElementsSizes } from '../testing/layout';
import { an, binh, chi, message, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';

beforeEach(giveElementsSizes);

async function show(...messages: readonly Message[]) {
  const conversation = new FakeConversation(room, an, messages);
  const client = fakeClient({ room: aRoom({ last_seq: messages.length }), conversation });
  await conversation.open();
  await renderConversation(client);
  return { conversation, client };
}

const row = (text: string) => screen.getByText(text).closest('article')!;
const own = (seq: number) => message({ seq, user_id: an });

describe('an own message', () => {
  it('is sent, delivered and read, in words too', async () => {
    const { conversation } = await show(own(1));
    expect(within(row('Message 1')).getByText('Sent')).toBeInTheDocument();
    act(() => conversation.store.setState({ reach: { delivered: 1, read: 0 } }));
    expect(within(row('Message 1')).getByText('Delivered')).toBeInTheDocument();
    act(() => conversation.store.setState({ reach: { delivered: 1, read: 1 } }));
    expect(within(row('Message 1')).getByText('Read')).toBeInTheDocument();
  });

  it('is shown at once, on its way, and keeps its row when it is confirmed', async () => {
    const { conversation } = await show(message({ seq: 1 }));
    await userEvent.type(screen.getByRole('textbox'), 'xin chào{Enter}');
    const before = row('xin chào');
    expect(within(before).getByText('Sending')).toBeInTheDocument();
    const waiting = conversation.store.getState().outgoing[0]!;
    act(() => void conversation.confirm(waiting.clientMsgId));
    expect(row('xin chào')).toBe(before);
    expect(within(before).getByText('Sent')).toBeInTheDocument();
  });

  it('waits visibly while there is no connection', async () => {
    const { client } = await show(message({ seq: 1 }));
    client.connection.setState({ status: 'offline', attempt: 1 });
    await userEvent.type(screen.getByRole('textbox'), 'later{Enter}');
    expect(within(row('later')).getByText('Waiting for the connection')).toBeInTheDocument();
  });

  it('that was refused says why, and can be sent again or discarded', async () => {
    const { conversation } = await show(message({ seq: 1 }));
    await userEvent.type(screen.getByRole('textbox'), 'xin chào{Enter}');
    const { clientMsgId } = conversation.store.getState().outgoing[0]!;
    act(() => conversation.refuse(clientMsgId, 'blocked'));
    expect(within(row('xin chào')).getByText('You cannot reach this person.')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    expect(within(row('xin chào')).getByText('Sending')).toBeInTheDocument();

    act(() => conversation.refuse(clientMsgId, 'blocked'));
    await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByText('xin chào')).not.toBeInTheDocument();
  });
});

describe('a message', () => {
  it('bears the name of its sender once a group', async () => {
    await show(message({ seq: 1 }), message({ seq: 2 }));
    expect(screen.getAllByText('Bình', { selector: '.font-semibold' })).toHaveLength(1);
    expect(row('Message 2')).toHaveAccessibleName(/^Bình Message 2/);
  });

  it('is never markup', async () => {
    await show(message({ seq: 1, content: '<img src=x onerror=alert(1)>' }));
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeInTheDocument();
  });

  it('shows its small Markdown', async () => {
    await show(message({ seq: 1, content: '**bold** and\n- one\n- two' }));
    expect(screen.getByText('bold').tagName).toBe('STRONG');
    expect(screen.getAllByRole('listitem').map((it) => it.textContent)).toEqual(['one', 'two']);
  });

  it('points out whom it calls, by the name they have now, and nobody else', async () => {
    const content = 'hỏi @binh với @chi nhé';
    await show(message({ seq: 1, content, mentions: [binh] }));
    expect(screen.getByText('@Bình')).toHaveAttribute('data-mention');
    expect(screen.getByText(/với @chi nhé/)).toBeInTheDocument();
  });

  it('that was passed on says whose words they were', async () => {
    await show(message({ seq: 1, user_id: chi, forwarded_from: binh }));
    expect(within(row('Message 1')).getByText('Forwarded from Bình')).toBeInTheDocument();
  });

  it('opens its links elsewhere and tells them nothing', async () => {
    await show(message({ seq: 1, content: 'https://example.org' }));
    const link = screen.getByRole('link', { name: 'https://example.org' });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link.getAttribute('rel')).toContain('noopener');
  });

  it('that was recalled leaves a tombstone and not a word', async () => {
    const { conversation } = await show(message({ seq: 1 }), own(2));
    act(() => {
      conversation.alter(1, { content: null, recalled_at: new Date().toISOString() });
      conversation.alter(2, { content: null, recalled_at: new Date().toISOString() });
    });
    expect(screen.getByText('Message recalled')).toBeInTheDocument();
    expect(screen.getByText('You recalled this message')).toBeInTheDocument();
    expect(screen.queryByText(/^Message \d/)).not.toBeInTheDocument();
  });

  it('that was edited says so', async () => {
    await show(message({ seq: 1, edited_at: new Date().toISOString() }));
    expect(within(row('Message 1')).getByText('edited')).toBeInTheDocument();
  });

  it('of the room itself is a line without a bubble', async () => {
    await show(message({ seq: 1, kind: 'system', content: 'An renamed the group' }));
    expect(screen.getByText('An renamed the group').closest('article')).toBeNull();
  });
});

it('what others write in the open room is read out, politely and without a flood', async () => {
  const { conversation } = await show(message({ seq: 1 }));
  act(() => void conversation.receive({ content: 'xin chào' }));
  expect(await screen.findByText('Bình: xin chào', {}, { timeout: 3000 })).toHaveAttribute(
    'aria-live',
    'polite',
  );
  act(() => {
    for (let i = 0; i < 5; i += 1) conversation.receive();
  });
  expect(await screen.findByText('5 new messages', {}, { timeout: 3000 })).toBeInTheDocument();
});
