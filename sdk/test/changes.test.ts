import { describe, expect, it } from 'vitest';
import { changed, requoted, type MessageChange } from '../src/store/changes.js';
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
    const recalled = of('message_recalled', { recalled_at: 'now' });
    expect(requoted(reply, recalled).reply_to?.excerpt).toBeNull();
    const other = message(3, { reply_to: { ...reply_to, message_id: messageId('m7') } });
    expect(requoted(other, recalled)).toBe(other);
  });

  it('shows in replies what it says now, on one line and not all of it', () => {
    const reply = message(2, {
      reply_to: { message_id: messageId('m1'), user_id: binh, excerpt: 'before' },
    });
    const says = (content: string) =>
      requoted(reply, of('message_edited', { content })).reply_to?.excerpt;
    expect(says(' one\n\n  two ')).toBe('one two');
    expect(says('đ'.repeat(140))).toBe('đ'.repeat(140));
    expect(says('👍'.repeat(141))).toBe(`${'👍'.repeat(140)}…`);
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

  it('shows no excerpt of what was recalled in its last message', () => {
    const reply_to = { message_id: messageId('m1'), user_id: binh, excerpt: 'secret' };
    const row = room(hall, { last_message: message(2, { reply_to }), rev: 2 });
    const after = summarized(row, of('message_recalled', { recalled_at: 'now' }), an);
    expect(after.last_message?.reply_to?.excerpt).toBeNull();
  });

  it.each([
    ['names one', { mentions: [an] }, true],
    ['calls everybody', { mention_all: true }, true],
    ['names somebody else', { mentions: [binh] }, false],
    ['is one’s own', { user_id: an, mention_all: true }, false],
  ])('says whether one is mentioned by a message that %s', (_, told, mentioned) => {
    const event = newMessage(1, message(1, told));
    expect(summarized(room(hall), event, an).mentioned).toBe(mentioned);
  });

  it('takes the settings that changed, and only those', () => {
    const row = room(hall, { name: 'Hall', join_approval: true });
    const settings = { slow_mode_seconds: 30, message_ttl_seconds: 3600 };
    const data = { ...settings, by_user_id: binh };
    const event = { type: 'room_updated', room_id: hall, rev: 1, data } as const;
    expect(summarized(row, event, an)).toEqual({ ...row, ...settings, rev: 1 });
  });

  it('leaves counting the unread to the server', () => {
    expect(summarized(room(hall, { unread: 4 }), newMessage(1), an).unread).toBe(4);
  });
});
