import type { Clock, Timer } from '../clock.js';
import { isRetryable } from '../errors.js';
import type { Hide } from '../socket/hide.js';
import type { RoomId } from '../wire/ids.js';

export type MarkKind = 'delivered' | 'read';

export interface ReceiptsOptions {
  readonly clock: Clock;
  /** The page may not be there any more when the moment is over. */
  readonly hide: Hide;
  /** How long marks gather before they are sent. */
  readonly everyMs: number;
  readonly send: (kind: MarkKind, room: RoomId, seq: number) => Promise<void>;
}

/**
 * One's own marks on their way to the server: the furthest of each room, gathered for a moment. A
 * mark that no answer came for is kept and goes with the next connection.
 */
export class Receipts {
  readonly #options: ReceiptsOptions;
  readonly #waiting: Record<MarkKind, Map<RoomId, number>> = {
    delivered: new Map(),
    read: new Map(),
  };
  /** The furthest ever asked for: nothing is sent twice. */
  readonly #furthest = new Map<RoomId, Record<MarkKind, number>>();
  #timer: Timer | null = null;
  #open = false;
  #unhide: (() => void) | null = null;

  constructor(options: ReceiptsOptions) {
    this.#options = options;
  }

  /** False when it is no news. */
  mark(kind: MarkKind, room: RoomId, seq: number): boolean {
    const furthest = this.#furthest.get(room) ?? { delivered: 0, read: 0 };
    if (seq <= furthest[kind]) return false;
    furthest[kind] = seq;
    if (kind === 'read') {
      furthest.delivered = Math.max(furthest.delivered, seq);
      this.#waiting.delivered.delete(room);
    }
    this.#furthest.set(room, furthest);
    this.#waiting[kind].set(room, seq);
    this.#arm();
    return true;
  }

  start(): void {
    this.#open = true;
    this.#unhide ??= this.#options.hide(() => this.#flush());
    this.#arm();
  }

  pause(): void {
    this.#open = false;
    this.#unhide?.();
    this.#unhide = null;
    this.#timer?.cancel();
    this.#timer = null;
  }

  clear(): void {
    this.pause();
    this.#furthest.clear();
    this.#waiting.delivered.clear();
    this.#waiting.read.clear();
  }

  #arm(): void {
    const some = this.#waiting.delivered.size + this.#waiting.read.size > 0;
    if (this.#open && some)
      this.#timer ??= this.#options.clock.after(this.#options.everyMs, () => this.#flush());
  }

  #flush(): void {
    this.#timer?.cancel();
    this.#timer = null;
    for (const kind of ['read', 'delivered'] as const) {
      const marks = [...this.#waiting[kind]];
      this.#waiting[kind].clear();
      for (const [room, seq] of marks) void this.#send(kind, room, seq);
    }
  }

  async #send(kind: MarkKind, room: RoomId, seq: number): Promise<void> {
    try {
      await this.#options.send(kind, room, seq);
    } catch (error) {
      if (!isRetryable(error)) return; // the room is gone: so is its mark
      const waiting = this.#waiting[kind];
      waiting.set(room, Math.max(seq, waiting.get(room) ?? 0));
      this.#arm();
    }
  }
}
