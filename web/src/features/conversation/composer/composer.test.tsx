import { createEvent, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NetworkError } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { an, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';

async function compose() {
  const conversation = new FakeConversation(room, an, []);
  const view = await renderConversation(fakeClient({ room: aRoom(), conversation }));
  const sent = () => conversation.store.getState().outgoing.map((it) => it.draft.content);
  return { conversation, field: screen.getByRole<HTMLTextAreaElement>('textbox'), sent, view };
}

describe('the composer', () => {
  it('is named after the room', async () => {
    expect((await compose()).field).toHaveAccessibleName('Message to Nhóm dạo phố');
  });

  it('sends with Enter and is empty again', async () => {
    const { field, sent } = await compose();
    await userEvent.type(field, 'xin chào{Enter}');
    expect(sent()).toEqual(['xin chào']);
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
  });

  it('breaks the line with Shift+Enter', async () => {
    const { field, sent } = await compose();
    await userEvent.type(field, 'one{Shift>}{Enter}{/Shift}two');
    expect(field).toHaveValue('one\ntwo');
    expect(sent()).toEqual([]);
  });

  it('sends with its button, which waits for words', async () => {
    const { field, sent } = await compose();
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await userEvent.type(field, 'a');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(sent()).toEqual(['a']);
  });

  it('takes a paste of many lines as it is', async () => {
    const { field, sent } = await compose();
    await userEvent.click(field);
    await userEvent.paste('one\ntwo\n\nthree');
    expect(field).toHaveValue('one\ntwo\n\nthree');
    expect(sent()).toEqual([]);
  });

  it('leaves the Enter that ends a composition to the input method', async () => {
    const { field, sent } = await compose();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: 'tiếng' } });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229, isComposing: true });
    fireEvent.compositionEnd(field, { data: 'tiếng' });
    expect(sent()).toEqual([]);
    expect(field).toHaveValue('tiếng');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    expect(sent()).toEqual(['tiếng']);
  });

  it('leaves it the one that WebKit sends after the composition, too', async () => {
    const { field, sent } = await compose();
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: '日本' } });
    fireEvent.compositionEnd(field, { data: '日本' });
    const enter = createEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    fireEvent(field, enter);
    expect(enter.defaultPrevented).toBe(false);
    expect(sent()).toEqual([]);
  });

  it('tells the room that one is typing, and that one is not any more', async () => {
    const { conversation, field } = await compose();
    await userEvent.type(field, 'a');
    expect(conversation.typed.at(-1)).toBe(true);
    await userEvent.clear(field);
    expect(conversation.typed.at(-1)).toBe(false);
  });

  it('keeps what was begun when one leaves the room and comes back', async () => {
    const first = await compose();
    await userEvent.type(first.field, 'half a thought');
    first.conversation.saveDraft = () => Promise.reject(new NetworkError('disconnected'));
    first.view.unmount();
    expect((await compose()).field).toHaveValue('half a thought');
  });

  it('counts only near the limit, and sends nothing beyond it', async () => {
    const { field, sent } = await compose();
    fireEvent.change(field, { target: { value: 'a'.repeat(9000) } });
    expect(screen.queryByText(/characters/)).not.toBeInTheDocument();
    fireEvent.change(field, { target: { value: 'a'.repeat(9900) } });
    expect(screen.getByText('100 characters left')).toBeInTheDocument();
    fireEvent.change(field, { target: { value: 'a'.repeat(10_001) } });
    expect(screen.getByText('1 character too many')).toBeInTheDocument();
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    expect(sent()).toEqual([]);
    expect(field).toHaveValue('a'.repeat(10_001));
  });
});
