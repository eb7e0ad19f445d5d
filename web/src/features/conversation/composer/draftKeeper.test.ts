import { messageId, NetworkError, roomId, type RoomDraft, type RoomId } from '@tingting/sdk';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createColumn, nothingWritten } from '../column/column';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { an, room } from '../testing/messages';
import { DraftKeeper, rest } from './DraftKeeper';
import { UnsavedDrafts } from './UnsavedDrafts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(draft: RoomDraft | null = null) {
  const conversation = new FakeConversation(room, an, []);
  const client = fakeClient({ room: aRoom({ draft }), conversation });
  const column = createColumn();
  const drafts = new UnsavedDrafts(an, localStorage);
  const keeper = new DraftKeeper(client, conversation, column, drafts);
  const write = (content: string) => column.setState({ writing: { ...nothingWritten, content } });
  const tell = (told: RoomDraft | null, of: RoomId = room) =>
    client.rooms.setState(({ byId }) => ({
      byId: new Map(byId).set(of, aRoom({ room_id: of, draft: told })),
    }));
  return { client, conversation, column, drafts, keeper, write, tell };
}
const told = (content: string): RoomDraft => ({ content, reply_to: null, updated_at: 'now' });

it('saves once writing pauses, and only the last of it', async () => {
  const { conversation, drafts, write } = open();
  write('x');
  await vi.advanceTimersByTimeAsync(rest - 1);
  write('xin');
  await vi.advanceTimersByTimeAsync(rest - 1);
  expect(conversation.savedDrafts).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(conversation.savedDrafts).toEqual([{ content: 'xin' }]);
  expect(drafts.read(room)).toBeNull();
});

it('saves at once when the room is left', async () => {
  const { conversation, column, keeper } = open();
  column.setState({ writing: { content: 'xin', replyTo: messageId('m1') } });
  keeper.stop();
  await vi.advanceTimersByTimeAsync(0);
  expect(conversation.savedDrafts).toEqual([{ content: 'xin', reply_to: 'm1' }]);
});

it('tells nobody of what the server knows', async () => {
  const { conversation, drafts, write } = open(told('xin'));
  write('xin chào');
  write('xin');
  await vi.advanceTimersByTimeAsync(rest);
  expect(conversation.savedDrafts).toEqual([]);
  expect(drafts.read(room)).toBeNull();
});

it('deletes the draft of what was sent', async () => {
  const { conversation, write } = open(told('xin'));
  write('');
  await vi.advanceTimersByTimeAsync(rest);
  expect(conversation.savedDrafts).toEqual([{ content: '' }]);
});

it('keeps on this device what did not go, and sends it with the next connection', async () => {
  const { client, conversation, drafts, write } = open();
  const save = vi
    .spyOn(conversation, 'saveDraft')
    .mockRejectedValueOnce(new NetworkError('disconnected'));
  write('xin');
  await vi.advanceTimersByTimeAsync(rest);
  expect(new UnsavedDrafts(an, localStorage).read(room)?.content).toBe('xin');
  client.connection.setState({ status: 'offline', attempt: 1 });
  client.connection.setState({ status: 'online', attempt: 0 });
  await vi.advanceTimersByTimeAsync(0);
  expect(save).toHaveBeenCalledTimes(2);
  expect(drafts.read(room)).toBeNull();
});

it('shows what was written on another device, and sends it nowhere', async () => {
  const { conversation, column, tell } = open();
  tell(told('từ điện thoại'));
  expect(column.getState().writing.content).toBe('từ điện thoại');
  tell(null);
  expect(column.getState().writing).toEqual(nothingWritten);
  await vi.advanceTimersByTimeAsync(rest);
  expect(conversation.savedDrafts).toEqual([]);
});

it('leaves alone what is being written here', () => {
  const { column, tell, write } = open();
  write('ở đây');
  tell(told('từ điện thoại'));
  expect(column.getState().writing.content).toBe('ở đây');
});

it('does not mind the drafts of other rooms', () => {
  const { column, tell } = open();
  tell(told('khác'), roomId('other'));
  expect(column.getState().writing).toEqual(nothingWritten);
});
