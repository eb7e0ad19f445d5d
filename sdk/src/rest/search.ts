import type { RoomId, Timestamp, UserId } from '../wire/ids.js';
import type { Found, Page } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export interface MessageSearch {
  /** Every word must occur; the last may be a beginning. */
  readonly q: string;
  readonly room_id?: RoomId;
  /** The sender. */
  readonly from?: UserId;
  readonly before?: Timestamp;
  readonly limit?: number;
  readonly cursor?: string;
}

export class SearchApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** Newest first, in the rooms one is in. */
  messages(search: MessageSearch, options?: CallOptions): Promise<Page<Found>> {
    return this.#http.get('/search/messages', { ...search }, options);
  }
}
