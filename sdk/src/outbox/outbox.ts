import type { Clock } from '../clock.js';
import type { Outgoing } from '../store/state.js';
import type { ClientMsgId, RoomId, UserId } from '../wire/ids.js';
import type { SendReceipt } from '../wire/records.js';
import { Lane } from './lane.js';
import { memoryOutbox } from './memory.js';
import type { OutboxStorage } from './storage.js';

export interface OutboxOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly storage: (user: UserId) => OutboxStorage;
  readonly send: (message: Outgoing) => Promise<SendReceipt>;
  /** The unsent messages of a room changed. */
  readonly show: (room: RoomId, messages: readonly Outgoing[]) => void;
  readonly report: (error: unknown) => void;
}

/** Messages on their way, room by room; rooms do not wait for each other. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #lanes = new Map<RoomId, Lane>();
  #storage: OutboxStorage = memoryOutbox();
  /** There is a connection. */
  #open = false;
  /** What an earlier run left is here: it goes before what is written now. */
  #begun = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  of(room: RoomId): readonly Outgoing[] {
    return this.#lanes.get(room)?.messages ?? [];
  }

  /** Somebody signed in: takes up what an earlier run of theirs left unsent. */
  async begin(user: UserId): Promise<void> {
    const storage = this.#options.storage(user);
    this.#storage = storage;
    const kept = await this.#load(storage);
    if (this.#storage !== storage) return;
    for (const room of new Set(kept.map((one) => one.roomId))) {
      const lane = this.#lane(room);
      lane.restore(kept.filter((one) => one.roomId === room && !lane.holds(one.clientMsgId)));
    }
    this.#begun = true;
    if (this.#open) this.start();
  }

  /** Nobody is signed in any more: what is unsent stays where it is kept. */
  end(): void {
    this.pause();
    for (const lane of this.#lanes.values()) lane.close();
    this.#lanes.clear();
    this.#begun = false;
    this.#storage = memoryOutbox();
  }

  /** For signing out by one's own will: nothing of it stays on this device. */
  async forget(): Promise<void> {
    await this.#storage.clear().catch(this.#options.report);
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
    if (this.#begun) for (const lane of this.#lanes.values()) lane.start();
  }

  pause(): void {
    this.#open = false;
    for (const lane of this.#lanes.values()) lane.pause();
  }

  async #load(storage: OutboxStorage): Promise<readonly Outgoing[]> {
    try {
      return await storage.load();
    } catch (error) {
      this.#options.report(error);
      return [];
    }
  }

  #lane(room: RoomId): Lane {
    const known = this.#lanes.get(room);
    if (known) return known;
    const { clock, random, send, show, report } = this.#options;
    const lane = new Lane({
      clock,
      random,
      send,
      report,
      storage: this.#storage,
      show: (messages) => show(room, messages),
    });
    this.#lanes.set(room, lane);
    if (this.#open && this.#begun) lane.start();
    return lane;
  }
}
