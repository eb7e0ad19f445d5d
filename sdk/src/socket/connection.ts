import { createStore } from 'zustand/vanilla';
import type { Clock, Timer } from '../clock.js';
import { ProblemError } from '../errors.js';
import type { ConnectionState } from '../store/state.js';
import { afterClose } from '../wire/codes.js';
import {
  isAnswer,
  type NewsFrame,
  type Notices,
  type Ready,
  type Requests,
  type ServerFrame,
} from '../wire/frames.js';
import { Answers } from './answers.js';
import { pause, type Backoff } from './backoff.js';
import { Heartbeat } from './heartbeat.js';
import { Link, type SocketConstructor } from './link.js';
import type { Wake } from './wake.js';

export interface ConnectionOptions {
  /** `ws://…/ws` */
  readonly url: string;
  readonly Socket: SocketConstructor;
  readonly clock: Clock;
  readonly random: () => number;
  readonly backoff: Backoff;
  readonly wake: Wake;
  readonly tokens: Tokens;
}

/** Where a token comes from. Null: the session is over; a rejection: no answer came. */
export interface Tokens {
  current(): Promise<string | null>;
  renew(refused: string): Promise<string | null>;
}

export interface ConnectionListener {
  ready(ready: Ready): void;
  news(frame: NewsFrame): void;
  lost(): void;
}

const openingMs = 15_000;
const answerMs = 15_000;
const pongMs = 10_000;
/** A link that lived this long was a good one: the pauses start again from the shortest. */
const stableMs = 10_000;
/** The contract's bound of a frame in UTF-8, less its id and type; a longer one closes the socket. */
const dataBytes = 64 * 1024 - 100;

/** One link after the other for as long as it is wanted; every outcome of one leads to the next. */
export class Connection {
  readonly store = createStore<ConnectionState>(() => ({ status: 'offline', attempt: 0 }));
  readonly #options: ConnectionOptions;
  readonly #listener: ConnectionListener;
  readonly #answers: Answers;
  #link: Link | null = null;
  #heartbeat: Heartbeat | null = null;
  #timer: Timer | null = null;
  #onlineSince: number | null = null;
  #failures = 0;
  #refreshed = false;
  /** Counts starts and ends: what an older turn still waits for no longer matters. */
  #turn = 0;
  #unwake: (() => void) | null = null;

  constructor(options: ConnectionOptions, listener: ConnectionListener) {
    this.#options = options;
    this.#listener = listener;
    this.#answers = new Answers(options.clock);
  }

  get online(): boolean {
    return this.#onlineSince !== null;
  }

  start(): void {
    if (this.#unwake) return;
    this.#unwake = this.#options.wake(() => this.#woken());
    this.#failures = 0;
    this.#refreshed = false;
    void this.#open();
  }

  stop(): void {
    this.#unwake?.();
    this.#unwake = null;
    this.#leave();
    this.store.setState({ status: 'offline', attempt: 0 }, true);
  }

  /** Tries now instead of later, also where it had given up. */
  now(): void {
    if (this.#unwake && this.store.getState().status === 'offline') void this.#open();
  }

  request<Type extends keyof Requests>(
    type: Type,
    data: Requests[Type][0],
    timeoutMs = answerMs,
  ): Promise<Requests[Type][1]> {
    if (isTooLarge(data)) return Promise.reject(new ProblemError(tooLarge));
    return this.#answers.expect(type, timeoutMs, (id) => {
      return this.online && (this.#link?.send(JSON.stringify({ id, type, data })) ?? false);
    });
  }

  /** For what nobody answers; lost when there is no connection. */
  notify<Type extends keyof Notices>(type: Type, data: Notices[Type]): void {
    if (this.online) this.#link?.send(JSON.stringify({ type, data }));
  }

  async #open(): Promise<void> {
    this.#leave();
    const turn = this.#turn;
    const { clock, tokens, Socket, url } = this.#options;
    this.store.setState({ status: 'connecting', attempt: this.#failures + 1 }, true);
    let token: string | null;
    try {
      token = await tokens.current();
    } catch {
      // No answer about the token is no different from no answer to the socket.
      if (turn === this.#turn) this.#retryLater();
      return;
    }
    if (turn !== this.#turn || token === null) return;
    const good = token;
    const link = new Link(Socket, url, {
      opened: () => link.send(JSON.stringify({ type: 'auth', data: { token: good } })),
      frame: (frame) => this.#heard(frame),
      closed: (code) => void this.#closed(code, good),
    });
    this.#link = link;
    this.#timer = clock.after(openingMs, () => this.#cut());
  }

  #heard(frame: ServerFrame): void {
    this.#heartbeat?.heard();
    if (frame.type === 'ready') this.#ready(frame.data);
    else if (frame.type === 'drain') this.#drain(frame.data.grace_ms);
    else if (isAnswer(frame)) this.#answers.settle(frame);
    else this.#listener.news(frame);
  }

  #ready(ready: Ready): void {
    const { clock } = this.#options;
    this.#timer?.cancel();
    this.#onlineSince = clock.now();
    this.#refreshed = false;
    this.#heartbeat = new Heartbeat({
      clock,
      everyMs: ready.heartbeat_seconds * 1000,
      patienceMs: pongMs,
      ping: () => this.#link?.send(JSON.stringify({ type: 'ping', id: 'alive' })),
      dead: () => this.#cut(),
    });
    this.store.setState({ status: 'online', attempt: 0 }, true);
    this.#listener.ready(ready);
  }

  /** The server is about to stop: its clients leave one by one within the grace. */
  #drain(graceMs: number): void {
    const { clock, random } = this.#options;
    this.#timer?.cancel();
    this.#timer = clock.after(Math.floor(random() * graceMs), () => void this.#open());
  }

  async #closed(code: number, token: string): Promise<void> {
    const then = afterClose(code);
    this.#noteHowItWent();
    this.#leave();
    if (then === 'stop') {
      this.store.setState({ status: 'offline', attempt: this.#failures, stopped: code }, true);
    } else if (then === 'refresh' && !this.#refreshed) {
      await this.#refresh(token);
    } else {
      // A second 4401 without `ready` between: the refresh was good, so it is no end, but no hurry.
      if (then === 'refresh') this.#refreshed = false;
      this.#retryLater();
    }
  }

  async #refresh(refused: string): Promise<void> {
    const turn = this.#turn;
    this.#refreshed = true;
    this.store.setState({ status: 'connecting', attempt: this.#failures + 1 }, true);
    try {
      const token = await this.#options.tokens.renew(refused);
      if (turn === this.#turn && token !== null) await this.#open();
    } catch {
      this.#refreshed = false; // nobody refused anything: the next try asks again
      if (turn === this.#turn) this.#retryLater();
    }
  }

  /** Nothing comes and no close either: taken for gone. */
  #cut(): void {
    this.#link?.drop();
    this.#noteHowItWent();
    this.#leave();
    this.#retryLater();
  }

  #retryLater(): void {
    const { clock, random, backoff } = this.#options;
    const ms = pause(this.#failures, backoff, random);
    this.#failures += 1;
    const retryAt = clock.now() + ms;
    this.store.setState({ status: 'offline', attempt: this.#failures, retryAt }, true);
    this.#timer = clock.after(ms, () => void this.#open());
  }

  #woken(): void {
    const state = this.store.getState();
    if (state.status === 'online') this.#heartbeat?.check();
    else if (state.status === 'offline' && state.retryAt !== undefined) void this.#open();
  }

  #noteHowItWent(): void {
    const since = this.#onlineSince;
    if (since !== null && this.#options.clock.now() - since >= stableMs) this.#failures = 0;
  }

  /** Lets go of the present link, if any, and tells that it is lost. */
  #leave(): void {
    this.#turn += 1;
    this.#timer?.cancel();
    this.#heartbeat?.stop();
    this.#heartbeat = null;
    this.#link?.drop();
    this.#link = null;
    const wasOnline = this.online;
    this.#onlineSince = null;
    this.#answers.lose();
    if (wasOnline) this.#listener.lost();
  }
}

function isTooLarge(data: unknown): boolean {
  const text = JSON.stringify(data);
  // Three bytes a character at most: the text itself is hardly ever looked at.
  return text.length * 3 > dataBytes && new TextEncoder().encode(text).length > dataBytes;
}

const tooLarge = {
  code: 'too_large',
  detail: `A frame holds up to ${dataBytes} bytes`,
  retryable: false,
} as const;
