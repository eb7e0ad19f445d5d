import { describe, expect, it } from 'vitest';
import { History } from '../src/store/history.js';
import { Sheet } from '../src/store/sheet.js';
import type { ConversationState } from '../src/store/state.js';
import { added, type Stretches } from '../src/store/stretches.js';
import { messageId } from '../src/wire/ids.js';
import type { RoomEvent } from '../src/wire/events.js';
import { an, binh, hall, message, messages, newMessage } from './support/samples.js';

const loaded = 10_000;

/** A conversation with so many messages loaded, as it would be after scrolling for long. */
async function long(count: number) {
  const sheet = new Sheet({ messages: [], loading: null } as unknown as ConversationState);
  let last = count;
  const history = new History({
    room: hall,
    sheet,
    messages: { list: () => Promise.resolve(messages(1, count)) } as never,
    me: () => an,
    rev: () => 0,
    lastSeq: () => last,
    arrived: () => undefined,
  });
  await history.latest();
  const apply = (event: RoomEvent) => {
    if (event.type === 'new_message') last = event.data.seq;
    history.apply(event);
  };
  return { sheet, apply };
}

const edited = (seq: number, rev: number): RoomEvent => ({
  type: 'message_edited',
  room_id: hall,
  rev,
  data: {
    message_id: messageId(`m${seq}`),
    user_id: binh,
    content: `edit ${rev}`,
    mentions: [],
    edited_at: '2026-01-02T00:00:00.000Z',
  },
});

describe('with 10,000 messages loaded', () => {
  it('a change keeps the identity of every message it does not touch', async () => {
    const { sheet, apply } = await long(loaded);
    const before = sheet.state.messages;
    apply(edited(5_000, loaded + 1));
    apply(newMessage(loaded + 2, message(loaded + 1)));
    const after = sheet.state.messages;
    const changed = after.filter((one, index) => one !== before[index]).map(({ seq }) => seq);
    expect(changed).toEqual([5_000, loaded + 1]);
  });

  it('an event costs far less than a frame', async () => {
    const { sheet, apply } = await long(loaded);
    const events = Array.from({ length: 1_000 }, (_, index) =>
      index % 2
        ? edited((index * 7) % loaded, loaded + index)
        : newMessage(loaded + index, message(loaded + 1 + index / 2)),
    );
    const start = performance.now();
    for (const event of events) apply(event);
    const perEvent = (performance.now() - start) / events.length;
    expect(sheet.state.messages.length).toBe(loaded + 500);
    console.info(`${(perEvent * 1000).toFixed(0)} µs an event`);
    expect(perEvent).toBeLessThan(1);
  });

  it('a page costs one pass, wherever it is put in', () => {
    const start = performance.now();
    let stretches: Stretches = [];
    for (let from = loaded - 49; from >= 1; from -= 50) {
      stretches = added(stretches, { from, to: from + 49, messages: messages(from, from + 49) });
    }
    expect(stretches.length).toBe(1);
    expect(stretches[0]?.messages.length).toBe(loaded);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
