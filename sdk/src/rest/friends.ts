import type { FriendRequestId, UserId } from '../wire/ids.js';
import type { Friend, FriendRequest, Page } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export class FriendsApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(cursor?: string, options?: CallOptions): Promise<Page<Friend>> {
    return this.#http.get('/friends', { cursor }, options);
  }

  /** Ends a friendship, or takes an own request back. */
  remove(user: UserId): Promise<void> {
    return this.#http.delete(`/friends/${user}`);
  }

  /** Those that wait for an answer, in both directions. */
  requests(cursor?: string, options?: CallOptions): Promise<Page<FriendRequest>> {
    return this.#http.get('/friends/requests', { cursor }, options);
  }

  /** Asks somebody; who has asked oneself is accepted by it. */
  request(user: UserId): Promise<FriendRequest> {
    return this.#http.post('/friends/requests', { user_id: user });
  }

  accept(request: FriendRequestId): Promise<Friend> {
    return this.#http.post(`/friends/requests/${request}/accept`);
  }

  decline(request: FriendRequestId): Promise<void> {
    return this.#http.post(`/friends/requests/${request}/decline`);
  }
}
