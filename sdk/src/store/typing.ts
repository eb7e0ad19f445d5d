import type { Clock, Timer } from '../clock.js';
import type { UserId } from '../wire/ids.js';

/** Others who are typing: each expires by itself when nothing new is heard of them. */
export class TypingOthers {
  readonly #clock: Clock;
  readonly #show: (users: readonly UserId[]) => void;
  readonly #expiries = new Map<UserId, Timer>();

  constructor(clock: Clock, show: (users: readonly UserId[]) => void) {
    this.#clock = clock;
    this.#show = show;
  }

  heard(user: UserId, isTyping: boolean): void {
    const known = this.#expiries.get(user);
    known?.cancel();
    if (isTyping)
      this.#expiries.set(
        user,
        this.#clock.after(6_000, () => this.heard(user, false)),
      );
    else this.#expiries.delete(user);
    if ((known !== undefined) !== isTyping) this.#show([...this.#expiries.keys()]);
  }

  clear(): void {
    for (const expiry of this.#expiries.values()) expiry.cancel();
    if (this.#expiries.size > 0) {
      this.#expiries.clear();
      this.#show([]);
    }
  }
}

/** One's own typing: told at most every 3 s, and taken back 5 s after the last key. */
export class TypingOwn {
  readonly #clock: Clock;
  readonly #tell: (isTyping: boolean) => void;
  #toldAt: number | null = null;
  #end: Timer | null = null;

  constructor(clock: Clock, tell: (isTyping: boolean) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  key(): void {
    this.#end?.cancel();
    this.#end = this.#clock.after(5_000, () => this.stop());
    const now = this.#clock.now();
    if (this.#toldAt !== null && now - this.#toldAt < 3_000) return;
    this.#toldAt = now;
    this.#tell(true);
  }

  stop(): void {
    const told = this.#toldAt !== null;
    this.sent();
    if (told) this.#tell(false);
  }

  /** The message itself says that typing is over. */
  sent(): void {
    this.#end?.cancel();
    this.#end = null;
    this.#toldAt = null;
  }
}
