import type { Clock, Timer } from '../clock.js';

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly everyMs: number;
  readonly patienceMs: number;
  /** Asks the other side for a sign of life. */
  readonly ping: () => void;
  /** Nobody answered. */
  readonly dead: () => void;
}

/**
 * Notices a way that is cut without a word: after sleep, or when a cable is pulled. The server's
 * pings are answered by the browser unseen, so when nothing was heard for a while this side asks.
 */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #timer: Timer;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#timer = this.#rest();
  }

  /** Any frame is a sign of life. */
  heard(): void {
    this.#timer.cancel();
    this.#timer = this.#rest();
  }

  /** Asks now: the machine may have slept. */
  check(): void {
    const { clock, patienceMs, ping, dead } = this.#options;
    this.#timer.cancel();
    this.#timer = clock.after(patienceMs, dead);
    ping();
  }

  stop(): void {
    this.#timer.cancel();
  }

  #rest(): Timer {
    return this.#options.clock.after(this.#options.everyMs, () => this.check());
  }
}
