import { isRetryable } from '../errors.js';
import { everyPage } from '../rest/everyPage.js';
import type { ScheduledApi, ScheduledChange } from '../rest/scheduled.js';
import { clientMsgId, type RoomId, type ScheduledId, type Timestamp } from '../wire/ids.js';
import type { Draft, Scheduled } from '../wire/records.js';
import type { Sheet } from './sheet.js';
import type { ConversationState } from './state.js';

export interface TimetableOptions {
  readonly room: RoomId;
  readonly sheet: Sheet<ConversationState>;
  readonly scheduled: ScheduledApi;
  readonly report: (error: unknown) => void;
}

/** One's messages of one room that wait for their time; kept in step once they were loaded. */
export class Timetable {
  readonly #options: TimetableOptions;
  #loading: Promise<void> | null = null;
  /** It changed while the list was on its way. */
  #again = false;

  constructor(options: TimetableOptions) {
    this.#options = options;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /** It was changed elsewhere, or the time of one has come. */
  changed(): void {
    if (this.#loading) this.#again = true;
    else if (this.#options.sheet.state.scheduled) void this.#reload();
  }

  async add(draft: Draft, send_at: Timestamp): Promise<void> {
    const { scheduled, room } = this.#options;
    const client_msg_id = clientMsgId(crypto.randomUUID());
    this.#put(await scheduled.create(room, { ...draft, client_msg_id, send_at }));
  }

  async change(message: ScheduledId, change: ScheduledChange): Promise<void> {
    this.#put(await this.#options.scheduled.change(message, change));
  }

  async cancel(message: ScheduledId): Promise<void> {
    await this.#options.scheduled.cancel(message);
    this.#show((all) => all.filter((one) => one.scheduled_id !== message));
  }

  /** Where that fails the list is unknown again: who shows it asks anew. */
  async #reload(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      this.#options.sheet.set({ scheduled: null });
      if (!isRetryable(error)) this.#options.report(error);
    }
  }

  async #load(): Promise<void> {
    const { room, sheet, scheduled } = this.#options;
    let list: readonly Scheduled[];
    do {
      this.#again = false;
      list = await everyPage((cursor) => scheduled.list(room, cursor));
    } while (this.#overtaken());
    sheet.set({ scheduled: list.toSorted(byTime) });
  }

  #overtaken(): boolean {
    return this.#again;
  }

  #put(message: Scheduled): void {
    this.#show((all) =>
      [...all.filter((one) => one.scheduled_id !== message.scheduled_id), message].sort(byTime),
    );
  }

  #show(change: (scheduled: readonly Scheduled[]) => readonly Scheduled[]): void {
    const { sheet } = this.#options;
    if (sheet.state.scheduled) sheet.set({ scheduled: change(sheet.state.scheduled) });
    if (this.#loading) this.#again = true;
  }
}

const byTime = (one: Scheduled, other: Scheduled) => (one.send_at < other.send_at ? -1 : 1);
