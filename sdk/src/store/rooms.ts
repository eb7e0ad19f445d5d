import type { RoomId } from '../wire/ids.js';
import type { Room } from '../wire/records.js';
import { Sheet } from './sheet.js';
import type { LoadStatus, RoomsState } from './state.js';

const nothing: RoomsState = { status: 'idle', byId: new Map(), order: [], totalUnread: 0 };

/** The rows of the room list. */
export class Rooms {
  readonly #sheet = new Sheet<RoomsState>(nothing);
  readonly store = this.#sheet.store;

  get(room: RoomId): Room | undefined {
    return this.#sheet.state.byId.get(room);
  }

  status(status: LoadStatus): void {
    this.#sheet.set({ status });
  }

  /** A fresh list; rooms that are not in it are gone. */
  replace(list: readonly Room[]): void {
    const byId = new Map(list.map((room) => [room.room_id, room]));
    const totalUnread = list.reduce((sum, room) => sum + room.unread, 0);
    this.#sheet.set({ status: 'ready', byId, order: this.#ordered(byId), totalUnread });
  }

  put(room: Room): void {
    const before = this.get(room.room_id);
    if (before === room) return;
    const byId = new Map(this.#sheet.state.byId).set(room.room_id, room);
    const moves = !before || activity(before) !== activity(room) || before.pinned !== room.pinned;
    this.#sheet.set({
      byId,
      totalUnread: this.#sheet.state.totalUnread + room.unread - (before?.unread ?? 0),
      ...(moves && { order: this.#ordered(byId) }),
    });
  }

  change(room: RoomId, change: (room: Room) => Room): void {
    const before = this.get(room);
    if (before) this.put(change(before));
  }

  remove(room: RoomId): void {
    const before = this.get(room);
    if (!before) return;
    const byId = new Map(this.#sheet.state.byId);
    byId.delete(room);
    this.#sheet.set({
      byId,
      order: this.#sheet.state.order.filter((id) => id !== room),
      totalUnread: this.#sheet.state.totalUnread - before.unread,
    });
  }

  /** The server's own sum wins over one's own arithmetic. */
  total(unread: number): void {
    this.#sheet.set({ totalUnread: unread });
  }

  clear(): void {
    this.#sheet.set(nothing);
  }

  /** The present array again when the order is the same. */
  #ordered(byId: ReadonlyMap<RoomId, Room>): readonly RoomId[] {
    const order = [...byId.values()].sort(byActivity).map((room) => room.room_id);
    const now = this.#sheet.state.order;
    const same = order.length === now.length && order.every((id, index) => id === now[index]);
    return same ? now : order;
  }
}

const activity = (room: Room) => room.last_message?.created_at ?? room.created_at;

function byActivity(a: Room, b: Room): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  const [first, second] = [activity(a), activity(b)];
  if (first !== second) return first > second ? -1 : 1;
  return a.room_id > b.room_id ? -1 : 1;
}
