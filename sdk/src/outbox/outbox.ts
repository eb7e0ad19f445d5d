import type { Clock } from '../clock.js';
import type { Outgoing } from '../store/state.js';
import type { ClientMsgId, RoomId } from '../wire/ids.js';
import type { SendReceipt } from '../wire/records.js';
import { Lane } from './lane.js';
import type { OutboxStorage } from './storage.js';

export interface OutboxOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly storage: OutboxStorage;
  readonly send: (message: Outgoing) => Promise<SendReceipt>;
  /** The unsent messages of a room changed. */
  readonly show: (room: RoomId, messages: readonly Outgoing[]) => void;
  readonly report: (error: unknown) => void;
}

/** Messages on their way, room by room; rooms do not wait for each other. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #lanes = new Map<RoomId, Lane>();
  #open = false;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  of(room: RoomId): readonly Outgoing[] {
    return this.#lanes.get(room)?.messages ?? [];
  }

  /** Takes up what an earlier run left unsent. */
  async restore(): Promise<void> {
    try {
      const kept = await this.#options.storage.load();
      if (this.#closed) return;
      for (const room of new Set(kept.map((one) => one.roomId))) {
        const lane = this.#lane(room);
        lane.restore(kept.filter((one) => one.roomId === room && !lane.holds(one.clientMsgId)));
      }
    } catch (error) {
      this.#options.report(error);
    }
  }

  add(message: Outgoing): void {
    this.#lane(message.roomId).add(message);
  }

  retry(room: RoomId, message: ClientMsgId): void {
    this.#lanes.get(room)?.retry(message);
  }

  remove(room: RoomId, message: ClientMsgId): void {
    this.#lanes.get(room)?.remove(message);
  }

  settle(room: RoomId, seq: number): void {
    this.#lanes.get(room)?.settle(seq);
  }

  start(): void {
    this.#open = true;
    for (const lane of this.#lanes.values()) lane.start();
  }

  pause(): void {
    this.#open = false;
    for (const lane of this.#lanes.values()) lane.pause();
  }

  /** For good: nothing is sent or shown by this one any more. */
  close(): void {
    this.#closed = true;
    this.pause();
  }

  #lane(room: RoomId): Lane {
    const known = this.#lanes.get(room);
    if (known) return known;
    const { show, ...options } = this.#options;
    const lane = new Lane({
      ...options,
      show: (messages) => {
        if (!this.#closed) show(room, messages);
      },
    });
    this.#lanes.set(room, lane);
    if (this.#open) lane.start();
    return lane;
  }
}
