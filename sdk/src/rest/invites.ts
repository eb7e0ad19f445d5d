import type { RoomId } from '../wire/ids.js';
import type { Invitation, Invite, Page, Room } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export interface NewInvite {
  /** Without limit unless told. */
  readonly max_uses?: number;
  /** Seconds; for ever unless told. */
  readonly expires_in?: number;
}

/** In the room now, or waiting for an admin. */
export type Joined = Room | { readonly status: 'requested' };

export class InvitesApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** Those of a room that still work; for owners and admins, as is making and revoking them. */
  list(room: RoomId, cursor?: string, options?: CallOptions): Promise<Page<Invite>> {
    return this.#http.get(`/rooms/${room}/invites`, { cursor }, options);
  }

  create(room: RoomId, invite: NewInvite = {}): Promise<Invite> {
    return this.#http.post(`/rooms/${room}/invites`, invite);
  }

  revoke(room: RoomId, code: string): Promise<void> {
    return this.#http.delete(`/rooms/${room}/invites/${encodeURIComponent(code)}`);
  }

  get(code: string, options?: CallOptions): Promise<Invitation> {
    return this.#http.get(`/invites/${encodeURIComponent(code)}`, undefined, options);
  }

  join(code: string): Promise<Joined> {
    return this.#http.post(`/invites/${encodeURIComponent(code)}/join`);
  }
}
