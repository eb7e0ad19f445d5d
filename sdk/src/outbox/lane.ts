import type { Clock, Timer } from '../clock.js';
import { isRetryable, ProblemError } from '../errors.js';
import { pause, type Backoff } from '../socket/backoff.js';
import type { Outgoing } from '../store/state.js';
import type { ClientMsgId } from '../wire/ids.js';
import type { SendReceipt } from '../wire/records.js';
import type { OutboxStorage } from './storage.js';

export interface LaneOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly storage: OutboxStorage;
  readonly send: (message: Outgoing) => Promise<SendReceipt>;
  readonly show: (messages: readonly Outgoing[]) => void;
  /** The storage failed: the message still goes out, but would not survive a reload. */
  readonly report: (error: unknown) => void;
}

const backoff: Backoff = { firstMs: 1_000, maxMs: 30_000 };

/**
 * The unsent messages of one room. One is under way at a time, so they arrive in order; what may
 * have arrived already is sent again under the same client_msg_id, so it arrives once.
 */
export class Lane {
  readonly #options: LaneOptions;
  #messages: readonly Outgoing[] = [];
  #underWay: ClientMsgId | null = null;
  #timer: Timer | null = null;
  #tries = 0;
  #open = false;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get messages(): readonly Outgoing[] {
    return this.#messages;
  }

  holds(id: ClientMsgId): boolean {
    return this.#messages.some((one) => one.clientMsgId === id);
  }

  /** What an earlier run of this program left behind. */
  restore(messages: readonly Outgoing[]): void {
    this.#set([...messages, ...this.#messages]);
    this.#next();
  }

  add(message: Outgoing): void {
    this.#keep(message);
    this.#set([...this.#messages, message]);
    this.#next();
  }

  retry(id: ClientMsgId): void {
    this.#change(id, ({ failure: _, ...message }) => {
      const pending: Outgoing = { ...message, status: 'pending' };
      this.#keep(pending);
      return pending;
    });
    this.#next();
  }

  /** Forgets a message: because its echo is here, or because its author gave it up. */
  remove(id: ClientMsgId): void {
    if (!this.holds(id)) return;
    this.#forget(id);
    this.#set(this.#messages.filter((one) => one.clientMsgId !== id));
    this.#release(id);
  }

  /** A snapshot up to this seq was fetched: echoes from before it will not come any more. */
  settle(seq: number): void {
    const settled = this.#messages.filter((one) => one.receipt && one.receipt.seq <= seq);
    for (const { clientMsgId } of settled) this.remove(clientMsgId);
  }

  start(): void {
    this.#open = true;
    this.#tries = 0;
    this.#next();
  }

  pause(): void {
    this.#open = false;
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** For good: an answer that still comes changes nothing. */
  close(): void {
    this.pause();
    this.#messages = [];
  }

  #next(): void {
    if (!this.#open || this.#underWay !== null || this.#timer) return;
    const message = this.#messages.find((one) => one.status === 'pending');
    if (message) void this.#send(message);
  }

  async #send(message: Outgoing): Promise<void> {
    const id = message.clientMsgId;
    this.#underWay = id;
    try {
      const receipt = await this.#options.send(message);
      this.#tries = 0;
      if (this.holds(id)) this.#forget(id);
      this.#change(id, (sent) => ({ ...sent, status: 'sent', receipt }));
    } catch (error) {
      if (isRetryable(error)) this.#again(error);
      else this.#fail(id, error);
    }
    this.#release(id);
  }

  /** The way is free for the next one, unless that happened before. */
  #release(id: ClientMsgId): void {
    if (this.#underWay === id) this.#underWay = null;
    this.#next();
  }

  #again(error: unknown): void {
    if (!this.#open) return; // the next connection starts with it
    const { clock, random } = this.#options;
    const told = error instanceof ProblemError ? (error.retryAfterMs ?? 0) : 0;
    const ms = told + pause(this.#tries, backoff, random);
    this.#tries += 1;
    this.#timer?.cancel();
    this.#timer = clock.after(ms, () => {
      this.#timer = null;
      this.#next();
    });
  }

  #fail(id: ClientMsgId, error: unknown): void {
    const failure = error instanceof ProblemError ? error.code : 'internal';
    this.#change(id, (message) => {
      const failed: Outgoing = { ...message, status: 'failed', failure };
      this.#keep(failed);
      return failed;
    });
    if (!(error instanceof ProblemError)) this.#options.report(error);
  }

  #change(id: ClientMsgId, change: (message: Outgoing) => Outgoing): void {
    const index = this.#messages.findIndex((one) => one.clientMsgId === id);
    const message = this.#messages[index];
    if (message) this.#set(this.#messages.with(index, change(message)));
  }

  #set(messages: readonly Outgoing[]): void {
    this.#messages = messages;
    this.#options.show(messages);
  }

  #keep(message: Outgoing): void {
    this.#options.storage.put(message).catch(this.#options.report);
  }

  #forget(id: ClientMsgId): void {
    this.#options.storage.remove(id).catch(this.#options.report);
  }
}
