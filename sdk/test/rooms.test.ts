import { beforeEach, describe, expect, it } from 'vitest';
import { Rooms } from '../src/store/rooms.js';
import { roomId } from '../src/wire/ids.js';
import { message, room } from './support/samples.js';

const [a, b, c] = [roomId('a'), roomId('b'), roomId('c')];

describe('the list of rooms', () => {
  let rooms: Rooms;

  beforeEach(() => {
    rooms = new Rooms();
    rooms.replace([
      room(a, { last_message: message(1), unread: 2 }),
      room(b, { last_message: message(3), unread: 1 }),
      room(c, { pinned: true }),
    ]);
  });

  const order = () => rooms.store.getState().order;

  it('stands with the pinned first, then by the latest message', () => {
    expect(order()).toEqual([c, b, a]);
    rooms.change(a, (one) => ({ ...one, last_message: message(4) }));
    expect(order()).toEqual([c, a, b]);
    rooms.change(b, (one) => ({ ...one, pinned: true }));
    expect(order()).toEqual([b, c, a]);
  });

  it('is the very same order while nothing moves, and so are the other rows', () => {
    const [before, row] = [order(), rooms.get(a)];
    rooms.change(b, (one) => ({ ...one, last_message: message(9), unread: 7 }));
    expect(order()).toBe(before);
    expect(rooms.get(a)).toBe(row);
  });

  it('adds up what is unread, until the server says better', () => {
    const total = () => rooms.store.getState().totalUnread;
    expect(total()).toBe(3);
    rooms.change(a, (one) => ({ ...one, unread: 5 }));
    expect(total()).toBe(6);
    rooms.total(9);
    expect(total()).toBe(9);
    rooms.remove(a);
    expect(total()).toBe(4);
  });
});
