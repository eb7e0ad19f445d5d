import { createStore, type StoreApi } from 'zustand/vanilla';

/** A store whose subscribers see several changes as one, and none where nothing changed. */
export class Sheet<State extends object> {
  readonly store: StoreApi<State>;
  #waiting: Partial<State> | null = null;

  constructor(initial: State) {
    this.store = createStore<State>(() => initial);
  }

  get state(): State {
    return this.store.getState();
  }

  set(patch: Partial<State>): void {
    if (this.#waiting) Object.assign(this.#waiting, patch);
    else if (this.#changes(patch)) this.store.setState(patch);
  }

  /** What is set inside becomes visible at the end, at once. */
  together(act: () => void): void {
    if (this.#waiting) {
      act();
      return;
    }
    const patch: Partial<State> = {};
    this.#waiting = patch;
    try {
      act();
    } finally {
      this.#waiting = null;
      this.set(patch);
    }
  }

  #changes(patch: Partial<State>): boolean {
    return (Object.keys(patch) as (keyof State)[]).some((key) => patch[key] !== this.state[key]);
  }
}
