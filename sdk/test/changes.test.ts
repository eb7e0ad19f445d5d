import { describe, expect, it } from 'vitest';
import { changed, withoutExcerptOf, type MessageChange } from '../src/store/changes.js';
import { summarized } from '../src/store/summary.js';
import { messageId } from '../src/wire/ids.js';
import { an, binh, hall, message, newMessage, room } from './support/samples.js';

const of = (type: MessageChange['type'], data: object): MessageChange =>
  ({
    type,
    room_id: hall,
    rev: 9,
    data: { message_id: messageId('m1'), user_id: binh, ...data },
  }) as never;

describe('a changed message', () => {
  it('keeps nothing of what was recalled', () => {
    const before = message(1, {
      pinned: true,
      file_url: '/media/x',
      reactions: [{ emoji: '👍', count: 1, user_ids: [an] }],
    });
    const recalled_at = '2026-01-02T00:00:00.000Z';
    const after = changed(before, of('message_recalled', { recalled_at }), an);
    expect(after).toEqual(message(1, { content: null, recalled_at }));
  });

  it('leaves no excerpt of what was recalled in replies to it', () => {
    const reply_to = { message_id: messageId('m1'), user_id: binh, excerpt: 'secret' };
    const reply = message(2, { reply_to });
    expect(withoutExcerptOf(reply, messageId('m1')).reply_to?.excerpt).toBeNull();
    expect(withoutExcerptOf(reply, messageId('m7'))).toBe(reply);
  });

  it('knows which reactions are one’s own, though events do not say', () => {
    const reaction = (count: number, user_ids = [binh]) => ({ emoji: '👍', count, user_ids });
    const liked = changed(
      message(1),
      of('reaction', { user_id: an, emoji: '👍', removed: false, reactions: [reaction(40)] }),
      an,
    );
    expect(liked.reactions).toEqual([{ ...reaction(40), me: true }]);
    const more = changed(
      liked,
      of('reaction', { emoji: '👍', removed: false, reactions: [reaction(41)] }),
      an,
    );
    expect(more.reactions[0]?.me).toBe(true);
    const unliked = changed(
      more,
      of('reaction', { user_id: an, emoji: '👍', removed: true, reactions: [reaction(40)] }),
      an,
    );
    expect(unliked.reactions[0]?.me).toBe(false);
  });
});

describe('a room’s row', () => {
  it('follows its events, and applies none twice', () => {
    const joined = {
      type: 'member_joined',
      room_id: hall,
      rev: 2,
      data: { user_id: binh, joined_at: '' },
    } as const;
    const row = [newMessage(1), joined, joined].reduce(
      (sum, event) => summarized(sum, event, an),
      room(hall, { member_count: 1 }),
    );
    expect(row).toMatchObject({ rev: 2, last_seq: 1, member_count: 2 });
    expect(row.last_message?.content).toBe('message 1');
  });

  it('shows no text of a last message that was recalled', () => {
    const row = room(hall, { last_message: message(1), rev: 1 });
    const after = summarized(row, of('message_recalled', { recalled_at: 'now' }), an);
    expect(after.last_message?.content).toBeNull();
  });

  it('leaves counting the unread to the server', () => {
    expect(summarized(room(hall, { unread: 4 }), newMessage(1), an).unread).toBe(4);
  });
});
