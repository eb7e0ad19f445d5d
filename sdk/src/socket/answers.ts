import type { Clock, Timer } from '../clock.js';
import { NetworkError, ProblemError } from '../errors.js';
import type { AnswerFrame } from '../wire/frames.js';

interface Waiting {
  readonly type: string;
  readonly timer: Timer;
  readonly resolve: (data: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Requests of one connection that wait for their answer, by id. */
export class Answers {
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Waiting>();
  #lastId = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Sends with a fresh id; rejects with a NetworkError when nothing came back in time. */
  expect(type: string, timeoutMs: number, send: (id: string) => boolean): Promise<unknown> {
    this.#lastId += 1;
    const id = String(this.#lastId);
    return new Promise((resolve, reject) => {
      const timer = this.#clock.after(timeoutMs, () => {
        this.#waiting.delete(id);
        reject(new NetworkError('timeout'));
      });
      this.#waiting.set(id, { type, timer, resolve, reject });
      if (!send(id)) this.#take(id)?.reject(new NetworkError('disconnected'));
    });
  }

  settle(frame: AnswerFrame): void {
    switch (frame.type) {
      case 'ack':
        this.#take(frame.id)?.resolve(frame.data);
        return;
      case 'pong':
        this.#take(frame.id)?.resolve(undefined);
        return;
      case 'error':
        if (frame.id !== undefined) {
          this.#take(frame.id)?.reject(ProblemError.fromSocket(frame.error));
        }
        return;
      case 'resumed': // the only answer that carries no id
        for (const [id, { type }] of this.#waiting) {
          if (type === 'resume') this.#take(id)?.resolve(frame.data);
        }
    }
  }

  /** The connection is gone: whether what waits took effect nobody knows. */
  lose(): void {
    for (const id of [...this.#waiting.keys()]) {
      this.#take(id)?.reject(new NetworkError('disconnected'));
    }
  }

  #take(id: string): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    waiting?.timer.cancel();
    this.#waiting.delete(id);
    return waiting;
  }
}
