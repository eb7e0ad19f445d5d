import { createStore } from 'zustand/vanilla';
import type { Clock } from '../clock.js';
import { ProblemError } from '../errors.js';
import type { AuthApi } from '../rest/auth.js';
import type { Bearer } from '../rest/http.js';
import type { SessionState, SignedOutReason } from '../store/state.js';
import type { Grant, Me } from '../wire/records.js';
import type { TokenStore } from './tokens.js';

/** Runs one at a time, across all pages of this browser where there is such a thing. */
export type Exclusively = <T>(run: () => Promise<T>) => Promise<T>;

export interface SessionOptions {
  readonly auth: AuthApi;
  /** Null: the refresh token lives in an HttpOnly cookie. */
  readonly tokens: TokenStore | null;
  readonly clock: Clock;
  readonly exclusively: Exclusively;
}

/** A token with less than this left is renewed before it is used for a socket. */
const marginMs = 10_000;

/** Who is signed in, and the access token that proves it. */
export class Session implements Bearer {
  readonly store = createStore<SessionState>(() => ({ status: 'unknown' }));
  readonly #options: SessionOptions;
  #token: string | null = null;
  #expiresAt = 0;
  #renewal: Promise<string | null> | null = null;
  /** Counts sign-ins and sign-outs: a renewal that began before one must not undo it. */
  #turn = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get token(): string | null {
    return this.#token;
  }

  get me(): Me | null {
    const state = this.store.getState();
    return state.status === 'signed_in' ? state.me : null;
  }

  /** A token that will still be good when it arrives; null when nobody is signed in. */
  current(): Promise<string | null> {
    const lasts = this.#expiresAt - this.#options.clock.now() > marginMs;
    return this.#token === null || lasts ? Promise.resolve(this.#token) : this.renew(this.#token);
  }

  /** All who were refused the same token share one refresh. Rejects when no answer came. */
  renew(refused: string | null): Promise<string | null> {
    if (this.#token !== refused) return Promise.resolve(this.#token);
    this.#renewal ??= this.#refresh().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  async restore(): Promise<SessionState> {
    if (this.#token === null) await this.renew(null);
    return this.store.getState();
  }

  async adopt(grant: Grant): Promise<Me> {
    this.#turn += 1;
    await this.#keep(grant);
    return grant.user;
  }

  async end(reason: SignedOutReason): Promise<void> {
    this.#turn += 1;
    this.#token = null;
    this.store.setState({ status: 'signed_out', reason }, true);
    await this.#options.tokens?.save(null);
  }

  /** The profile changed; who it is did not. */
  describe(me: Me): void {
    if (this.me?.user_id === me.user_id) this.store.setState({ status: 'signed_in', me }, true);
  }

  /**
   * Refresh tokens work once, and a second use ends the session: so pages that share a cookie take
   * turns, and each sends the cookie that the one before it left.
   */
  async #refresh(): Promise<string | null> {
    const turn = this.#turn;
    try {
      await this.#options.exclusively(async () => {
        const grant = await this.#ask();
        if (turn === this.#turn) await this.#keep(grant);
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (turn === this.#turn) await this.end(this.me ? 'revoked' : 'fresh');
    }
    return this.#token;
  }

  async #ask(): Promise<Grant> {
    const { auth, tokens } = this.#options;
    if (!tokens) return auth.refresh();
    const token = await tokens.load();
    if (token === null) throw new ProblemError(nothingKept);
    return auth.refresh(token);
  }

  async #keep(grant: Grant): Promise<void> {
    this.#token = grant.access_token;
    this.#expiresAt = this.#options.clock.now() + grant.expires_in * 1000;
    if (grant.refresh_token !== undefined) await this.#options.tokens?.save(grant.refresh_token);
    this.store.setState({ status: 'signed_in', me: grant.user }, true);
  }
}

const nothingKept = {
  code: 'unauthenticated',
  status: 401,
  detail: 'No refresh token is kept here',
  retryable: false,
} as const;

/** The server's no; a failing proxy or a busy server says nothing about the session. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ProblemError && [400, 401, 403].includes(error.status ?? 0);
