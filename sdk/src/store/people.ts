import type { Clock, Timer } from '../clock.js';
import { NetworkError, ProblemError } from '../errors.js';
import type { UserId } from '../wire/ids.js';
import type { Presence, User } from '../wire/records.js';
import { Sheet } from './sheet.js';
import type { PeopleState } from './state.js';

export interface PeopleOptions {
  readonly clock: Clock;
  readonly fetch: (user: UserId) => Promise<User>;
  /** Tells the server whose presence is shown here: all of them, every time. */
  readonly watch: (users: readonly UserId[]) => Promise<readonly Presence[]>;
  readonly report: (error: unknown) => void;
}

/** The server takes so many; those shown last are the ones on screen. */
const mostWatched = 500;

/** Profiles and presence of everybody who is shown somewhere. */
export class People {
  readonly #options: PeopleOptions;
  readonly #sheet = new Sheet<PeopleState>({ users: new Map(), presence: new Map() });
  readonly store = this.#sheet.store;
  readonly #fetching = new Map<UserId, Promise<void>>();
  /** How many show this user. */
  readonly #watched = new Map<UserId, number>();
  #unwatchPeers: () => void = () => undefined;
  #timer: Timer | null = null;

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  know(users: readonly User[]): void {
    const { state } = this.#sheet;
    const news = users.filter((user) => state.users.get(user.user_id) !== user);
    if (news.length === 0) return;
    this.#sheet.together(() => {
      this.#sheet.set({ users: withAll(state.users, news) });
      this.seen(
        news.flatMap(({ user_id, presence }) => (presence ? [{ user_id, ...presence }] : [])),
      );
    });
  }

  /** Part of a profile changed; of somebody who was never shown it is of no interest. */
  update(change: Partial<User> & Pick<User, 'user_id'>): void {
    const known = this.#sheet.state.users.get(change.user_id);
    if (known) this.know([{ ...known, ...change }]);
  }

  seen(presences: readonly Presence[]): void {
    if (presences.length === 0) return;
    this.#sheet.set({ presence: withAll(this.#sheet.state.presence, presences) });
  }

  /** Fetches whom it does not know; each is asked for once. */
  async load(users: readonly UserId[]): Promise<void> {
    const { users: known } = this.#sheet.state;
    const missing = users.filter((user) => !known.has(user));
    await Promise.all(missing.map((user) => this.#load(user)));
  }

  watch(users: readonly UserId[]): () => void {
    for (const user of users) this.#watched.set(user, (this.#watched.get(user) ?? 0) + 1);
    this.#tellSoon();
    let watching = true;
    return () => {
      if (!watching) return;
      watching = false;
      for (const user of users) {
        const left = (this.#watched.get(user) ?? 0) - 1;
        if (left > 0) this.#watched.set(user, left);
        else this.#watched.delete(user);
      }
      this.#tellSoon();
    };
  }

  /** The people of one's direct rooms, in place of those named before. */
  watchPeers(users: readonly UserId[]): void {
    const unwatch = this.#unwatchPeers;
    this.#unwatchPeers = this.watch(users);
    unwatch();
  }

  /** A new connection knows nothing of what the last one watched. */
  async tell(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    const users = [...this.#watched.keys()].slice(-mostWatched);
    try {
      this.seen(await this.#options.watch(users));
    } catch (error) {
      // Without a connection it is told to the next one.
      if (!(error instanceof NetworkError)) this.#options.report(error);
    }
  }

  clear(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#fetching.clear();
    this.#watched.clear();
    this.#unwatchPeers = () => undefined;
    this.#sheet.set({ users: new Map(), presence: new Map() });
  }

  /** A screen that changes unwatches some and watches others: one frame for both. */
  #tellSoon(): void {
    this.#timer ??= this.#options.clock.after(50, () => void this.tell());
  }

  #load(user: UserId): Promise<void> {
    const running = this.#fetching.get(user);
    if (running) return running;
    const fetching = this.#fetch(user).finally(() => this.#fetching.delete(user));
    this.#fetching.set(user, fetching);
    return fetching;
  }

  async #fetch(user: UserId): Promise<void> {
    try {
      this.know([await this.#options.fetch(user)]);
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'not_found')) throw error;
      this.know([closed(user)]);
    }
  }
}

/** Who wrote something and is not there any more. */
const closed = (user_id: UserId): User => ({
  user_id,
  username: '',
  display_name: '',
  avatar_url: null,
  closed: true,
});

const withAll = <Item extends { readonly user_id: UserId }>(
  map: ReadonlyMap<UserId, Item>,
  items: readonly Item[],
): ReadonlyMap<UserId, Item> =>
  new Map([...map, ...items.map((one) => [one.user_id, one] as const)]);
