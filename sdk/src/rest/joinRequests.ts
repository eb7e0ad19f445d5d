import type { RoomId, UserId } from '../wire/ids.js';
import type { JoinRequest, Page } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

/** Who asks to join a room; for its owners and admins. */
export class JoinRequestsApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(room: RoomId, cursor?: string, options?: CallOptions): Promise<Page<JoinRequest>> {
    return this.#http.get(`/rooms/${room}/join-requests`, { cursor }, options);
  }

  accept(room: RoomId, user: UserId): Promise<void> {
    return this.#http.post(`/rooms/${room}/join-requests/${user}/accept`);
  }

  decline(room: RoomId, user: UserId): Promise<void> {
    return this.#http.post(`/rooms/${room}/join-requests/${user}/decline`);
  }
}
