import type { Clock, Timer } from '../clock.js';
import type { RoomEvent } from '../wire/events.js';

export interface SequencerOptions {
  readonly clock: Clock;
  /** How long what is missing may still arrive by itself. */
  readonly gapMs: number;
  readonly apply: (event: RoomEvent) => void;
  /** Something after this rev is missing and did not come. */
  readonly missing: (afterRev: number) => void;
}

/** More than this is not held back: it is asked for instead. */
const maxHeld = 500;

/**
 * Puts the events of one room in the order of their rev: what was applied before is dropped, the
 * next one is applied, a later one waits for those between.
 */
export class Sequencer {
  readonly #options: SequencerOptions;
  readonly #held = new Map<number, RoomEvent>();
  #position: number | null = null;
  #overflowed = false;
  #timer: Timer | null = null;

  constructor(options: SequencerOptions) {
    this.#options = options;
  }

  /** The last applied rev; null while the room is not known or being fetched anew. */
  get position(): number | null {
    return this.#position;
  }

  /** Whether something later is held back for something missing. */
  get gaping(): boolean {
    return this.#position !== null && this.#held.size > 0;
  }

  /** A snapshot holds everything up to this rev; what was held back beyond it follows. */
  seed(rev: number): void {
    this.#position = rev;
    this.#advance();
    if (this.#overflowed) this.#ask();
  }

  /** A snapshot is being fetched: until `seed`, events are held back. */
  unseat(): void {
    this.#position = null;
    this.#rest();
  }

  offer(event: RoomEvent): void {
    this.#held.set(event.rev, event);
    if (this.#held.size > maxHeld) {
      this.#held.clear();
      this.#overflowed = true;
    }
    this.#advance();
  }

  /** The connection is gone: what it left half told is replayed by the next one. */
  disconnected(): void {
    this.#held.clear();
    this.#overflowed = false;
    this.#rest();
  }

  /** Asks again when something is still missing. */
  recheck(): void {
    if (this.gaping) this.#ask();
  }

  #advance(): void {
    if (this.#position === null) return;
    for (const rev of this.#held.keys()) {
      if (rev <= this.#position) this.#held.delete(rev);
    }
    let next = this.#held.get(this.#position + 1);
    while (next) {
      this.#held.delete(next.rev);
      this.#position = next.rev;
      this.#options.apply(next);
      next = this.#held.get(next.rev + 1);
    }
    if (this.#held.size === 0 && !this.#overflowed) this.#rest();
    else this.#timer ??= this.#options.clock.after(this.#options.gapMs, () => this.#ask());
  }

  #ask(): void {
    this.#rest();
    this.#overflowed = false;
    if (this.#position !== null) this.#options.missing(this.#position);
  }

  #rest(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }
}
