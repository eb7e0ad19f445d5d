import type { Socket } from 'node:net';

/** What happens to what goes in one direction. Times are milliseconds, places are bytes. */
export interface WayFaults {
  /** How long the next chunk takes. Whatever the answers, the bytes keep their order. */
  readonly delay: () => number;
  /** From this place on nothing moves for a while, and nobody is told. */
  readonly stall: { readonly at: number; readonly ms: number } | null;
  /** Up to this place everything arrives, then the connection breaks. */
  readonly cutAt: number;
}

interface Due {
  readonly at: number;
  readonly act: () => void;
}

/** One direction of a TCP connection: what goes in comes out later, in the same order. */
export class Way {
  readonly #to: Socket;
  readonly #broken: () => void;
  readonly #queue: Due[] = [];
  #faults: WayFaults | null;
  #taken = 0;
  #last = 0;
  #timer: NodeJS.Timeout | null = null;

  /** @param broken the place of the cut was reached; nothing is taken any more */
  constructor(from: Socket, to: Socket, faults: WayFaults | null, broken: () => void) {
    this.#to = to;
    this.#faults = faults;
    this.#broken = broken;
    from.on('data', (chunk) => this.#take(chunk));
    from.on('end', () => this.#later(() => to.end()));
    from.on('close', (failed) => {
      if (failed) this.#later(() => to.destroy());
    });
  }

  /** No more faults; what waits goes at once. */
  calm(): void {
    this.#faults = null;
    this.#last = 0;
    this.#flush();
  }

  /** What waits never arrives. */
  drop(): void {
    this.#queue.length = 0;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #take(chunk: Buffer): void {
    const left = (this.#faults?.cutAt ?? Infinity) - this.#taken;
    if (left <= 0) return;
    this.#taken += chunk.length;
    const passing = chunk.subarray(0, left);
    this.#later(() => this.#to.write(passing));
    if (chunk.length >= left) this.#later(this.#broken);
  }

  #later(act: () => void): void {
    const at = Date.now() + (this.#faults?.delay() ?? 0) + this.#stalled();
    this.#last = Math.max(this.#last, at);
    this.#queue.push({ at: this.#last, act });
    if (this.#timer === null) this.#run();
  }

  /** Once, for the first chunk that reaches the place. */
  #stalled(): number {
    const { stall } = this.#faults ?? {};
    if (!this.#faults || !stall || this.#taken < stall.at) return 0;
    this.#faults = { ...this.#faults, stall: null };
    return stall.ms;
  }

  #run(): void {
    const now = Date.now();
    while (this.#queue[0] && this.#queue[0].at <= now) this.#queue.shift()?.act();
    const next = this.#queue[0];
    this.#timer = next ? setTimeout(() => this.#run(), next.at - now) : null;
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const { act } of this.#queue.splice(0)) act();
  }
}
