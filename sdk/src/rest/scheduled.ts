import type { ClientMsgId, RoomId, ScheduledId, Timestamp } from '../wire/ids.js';
import type { Draft, Page, Scheduled } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export type NewScheduled = Draft & {
  readonly client_msg_id: ClientMsgId;
  readonly send_at: Timestamp;
};
export interface ScheduledChange {
  readonly send_at?: Timestamp;
  readonly content?: string;
}

export class ScheduledApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(room: RoomId, cursor?: string, options?: CallOptions): Promise<Page<Scheduled>> {
    return this.#http.get(`/rooms/${room}/scheduled`, { cursor }, options);
  }

  create(room: RoomId, message: NewScheduled): Promise<Scheduled> {
    return this.#http.post(`/rooms/${room}/scheduled`, message);
  }

  change(message: ScheduledId, change: ScheduledChange): Promise<Scheduled> {
    return this.#http.patch(`/scheduled/${message}`, change);
  }

  cancel(message: ScheduledId): Promise<void> {
    return this.#http.delete(`/scheduled/${message}`);
  }
}
