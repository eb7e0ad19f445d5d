import type { UserId } from '../wire/ids.js';
import type { Friend, Page } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export class FriendsApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(cursor?: string, options?: CallOptions): Promise<Page<Friend>> {
    return this.#http.get('/friends', { cursor }, options);
  }

  remove(user: UserId): Promise<void> {
    return this.#http.delete(`/friends/${user}`);
  }
}
