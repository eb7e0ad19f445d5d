import type { Outgoing } from './state.js';
import { RoomConversation, type RoomSurroundings } from './room.js';
import type { RoomId } from '../wire/ids.js';

/** The rooms that somebody has looked into. */
export class Conversations {
  readonly #around: RoomSurroundings;
  readonly #known = new Map<RoomId, RoomConversation>();

  constructor(around: RoomSurroundings) {
    this.#around = around;
  }

  /** The same object every time. */
  open(room: RoomId): RoomConversation {
    const known = this.#known.get(room);
    if (known) return known;
    const made = new RoomConversation(room, this.#around);
    this.#known.set(room, made);
    return made;
  }

  get(room: RoomId): RoomConversation | undefined {
    return this.#known.get(room);
  }

  showOutgoing(room: RoomId, messages: readonly Outgoing[]): void {
    this.#known.get(room)?.showOutgoing(messages);
  }

  disconnected(): void {
    for (const conversation of this.#known.values()) conversation.disconnected();
  }

  clear(): void {
    for (const conversation of this.#known.values()) conversation.clear();
    this.#known.clear();
  }
}
