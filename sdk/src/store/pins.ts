import { isRetryable } from '../errors.js';
import type { MessagesApi } from '../rest/messages.js';
import { everyPage } from '../rest/everyPage.js';
import type { RoomEvent } from '../wire/events.js';
import type { MessageId, RoomId, UserId } from '../wire/ids.js';
import type { Message } from '../wire/records.js';
import { allAfter, changed, isMessageChange, type MessageChange } from './changes.js';
import type { Sheet } from './sheet.js';
import type { ConversationState } from './state.js';

export interface PinsOptions {
  readonly room: RoomId;
  readonly sheet: Sheet<ConversationState>;
  readonly messages: MessagesApi;
  readonly me: () => UserId;
  /** A message that is loaded. */
  readonly message: (id: MessageId) => Message | undefined;
  readonly report: (error: unknown) => void;
}

/** The pinned messages of one room, the newest pin first; kept in step once they were loaded. */
export class Pins {
  readonly #options: PinsOptions;
  #loading: Promise<void> | null = null;
  /** What changed while the list was on its way: it may or may not hold it. */
  #meanwhile: MessageChange[] = [];

  constructor(options: PinsOptions) {
    this.#options = options;
  }

  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  apply(event: RoomEvent): void {
    const { sheet, me, message } = this.#options;
    if (!isMessageChange(event)) return;
    if (this.#loading) this.#meanwhile.push(event);
    const { pins } = sheet.state;
    if (!pins) return;
    const { message_id } = event.data;
    const others = pins.filter((one) => one.message_id !== message_id);
    switch (event.type) {
      case 'message_unpinned':
        sheet.set({ pins: others });
        return;
      case 'message_pinned': {
        const pinned = message(message_id);
        if (pinned) sheet.set({ pins: [changed(pinned, event, me()), ...others] });
        else if (!this.#loading) void this.#reload();
        return;
      }
      case 'message_recalled':
        sheet.set({ pins: allAfter(others, event, me()) });
        return;
      case 'message_edited':
      case 'reaction':
        sheet.set({ pins: allAfter(pins, event, me()) });
    }
  }

  /** Where that fails the list is unknown again: who shows it asks anew. */
  async #reload(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      this.#options.sheet.set({ pins: null });
      if (!isRetryable(error)) this.#options.report(error);
    }
  }

  async #load(): Promise<void> {
    const { room, sheet, messages } = this.#options;
    let pins: readonly Message[];
    do {
      this.#meanwhile = [];
      pins = await everyPage((cursor) => messages.pins(room, cursor));
    } while (this.#meanwhile.some((event) => concerns(event, pins)));
    sheet.set({ pins });
  }
}

const concerns = ({ type, data }: MessageChange, pins: readonly Message[]): boolean =>
  type === 'message_pinned' || pins.some((one) => one.message_id === data.message_id);
