import type { RoomId, UserId } from '../wire/ids.js';
import type { Member, MemberRole, Page } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export class MembersApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(room: RoomId, cursor?: string, options?: CallOptions): Promise<Page<Member>> {
    return this.#http.get(`/rooms/${room}/members`, { cursor }, options);
  }

  add(room: RoomId, user_ids: readonly UserId[]): Promise<unknown> {
    return this.#http.post(`/rooms/${room}/members`, { user_ids });
  }

  setRole(room: RoomId, user: UserId, role: MemberRole): Promise<unknown> {
    return this.#http.patch(`/rooms/${room}/members/${user}`, { role });
  }

  remove(room: RoomId, user: UserId): Promise<void> {
    return this.#http.delete(`/rooms/${room}/members/${user}`);
  }
}
