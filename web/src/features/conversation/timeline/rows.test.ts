import { clientMsgId, roomId, type Message, type Outgoing } from '@tingting/sdk';
import { describe, expect, it } from 'vitest';
import { an, chi, message } from '../testing/messages';
import { layOut, type Conversed, type TimelineRow } from './rows';

const lay = (conversed: Partial<Conversed>) =>
  layOut({
    messages: [],
    reachesStart: true,
    outgoing: [],
    me: an,
    unreadAfter: null,
    ...conversed,
  });

const at = (seq: number, time: string, rest: Partial<Message> = {}) =>
  message({ seq, created_at: new Date(`2026-03-${time}`).toISOString(), ...rest });

const sketch = (rows: readonly TimelineRow[]) =>
  rows.map((row) => {
    if (row.kind !== 'message') return row.kind;
    const seq = 'seq' in row.entry ? row.entry.seq : 'waiting';
    return row.startsGroup ? `[${seq}` : seq;
  });

describe('groups', () => {
  it('join messages of one sender within five minutes of the first', () => {
    const rows = lay({
      messages: [at(1, '01T10:00:00'), at(2, '01T10:03:00'), at(3, '01T10:05:00')],
    });
    expect(sketch(rows)).toEqual(['day', '[1', 2, 3]);
  });

  it('end when five minutes have passed since the first', () => {
    const rows = lay({
      messages: [at(1, '01T10:00:00'), at(2, '01T10:03:00'), at(3, '01T10:05:01')],
    });
    expect(sketch(rows)).toEqual(['day', '[1', 2, '[3']);
  });

  it('end when somebody else speaks', () => {
    const rows = lay({
      messages: [
        at(1, '01T10:00:00'),
        at(2, '01T10:00:10', { user_id: chi }),
        at(3, '01T10:00:20'),
      ],
    });
    expect(sketch(rows)).toEqual(['day', '[1', '[2', '[3']);
  });

  it('end at an event of the room', () => {
    const rows = lay({
      messages: [
        at(1, '01T10:00:00'),
        at(2, '01T10:00:10', { kind: 'system' }),
        at(3, '01T10:00:20'),
      ],
    });
    expect(sketch(rows)).toEqual(['day', '[1', 'event', '[3']);
  });

  it('begin at a seam, so that a row keeps its height when older ones join it', () => {
    const seam = at(2, '01T10:01:00');
    const rows = lay({
      messages: [at(1, '01T10:00:00'), seam],
      seams: new Set([seam.message_id]),
    });
    expect(sketch(rows)).toEqual(['day', '[1', '[2']);
  });

  it('take in own messages that are still on their way', () => {
    const waiting: Outgoing = {
      clientMsgId: clientMsgId('c1'),
      roomId: roomId('r1'),
      draft: { content: 'soon' },
      createdAt: new Date('2026-03-01T10:01:00').toISOString(),
      status: 'pending',
    };
    const rows = lay({ messages: [at(1, '01T10:00:00', { user_id: an })], outgoing: [waiting] });
    expect(sketch(rows)).toEqual(['day', '[1', 'waiting']);
  });
});

describe('day separators', () => {
  it('stand where the reader’s day changes', () => {
    const rows = lay({ messages: [at(1, '01T23:59:00'), at(2, '02T00:01:00')] });
    expect(sketch(rows)).toEqual(['day', '[1', 'day', '[2']);
  });

  it('do not stand above a message whose day may have begun earlier', () => {
    const rows = lay({
      messages: [at(51, '01T10:00:00'), at(52, '02T10:00:00')],
      reachesStart: false,
    });
    expect(sketch(rows)).toEqual(['[51', 'day', '[52']);
  });

  it('never repeat when the server’s clock went back', () => {
    const rows = lay({
      messages: [at(1, '01T23:59:59'), at(2, '02T00:00:01'), at(3, '01T23:59:58')],
    });
    expect(sketch(rows)).toEqual(['day', '[1', 'day', '[2', 3]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });
});

describe('the line of new messages', () => {
  const talk = [at(1, '01T10:00:00'), at(2, '01T10:00:10'), at(3, '01T10:00:20')];

  it('stands where reading stopped and begins a group', () => {
    expect(sketch(lay({ messages: talk, unreadAfter: 1 }))).toEqual([
      'day',
      '[1',
      'unread',
      '[2',
      3,
    ]);
  });

  it('stands above all when nothing was read', () => {
    expect(sketch(lay({ messages: talk, unreadAfter: 0 }))).toEqual(['day', 'unread', '[1', 2, 3]);
  });

  it('is not for one’s own words', () => {
    const own = at(2, '01T10:00:10', { user_id: an });
    expect(sketch(lay({ messages: [at(1, '01T10:00:00'), own], unreadAfter: 1 }))).toEqual([
      'day',
      '[1',
      '[2',
    ]);
  });

  it('waits until its place is loaded', () => {
    expect(sketch(lay({ messages: talk, unreadAfter: 0, reachesStart: false }))[0]).toBe('unread');
    const later = talk.map((it) => ({ ...it, seq: it.seq + 40 }));
    expect(sketch(lay({ messages: later, unreadAfter: 20, reachesStart: false }))).not.toContain(
      'unread',
    );
  });
});

it('ten thousand messages are laid out in well under a frame', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    message({ seq: i + 1, created_at: new Date(1_750_000_000_000 + i * 40_000).toISOString() }),
  );
  const spans = Array.from({ length: 10 }, () => {
    const begun = performance.now();
    lay({ messages: many });
    return performance.now() - begun;
  });
  // The best of ten: what else the machine does is not measured.
  expect(Math.min(...spans)).toBeLessThan(8);
});
