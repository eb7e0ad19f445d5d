import type { RoomEvent, RoomView } from '../wire/events.js';
import type { RoomId, UserId } from '../wire/ids.js';
import type { Page, Room, RoomKind } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export interface NewRoom {
  readonly kind: Exclude<RoomKind, 'direct'>;
  readonly name?: string;
  readonly member_ids: readonly UserId[];
  readonly avatar_url?: string;
  readonly topic?: string;
}
export type RoomChange = Partial<
  Pick<
    Room,
    | 'name'
    | 'avatar_url'
    | 'topic'
    | 'history'
    | 'slow_mode_seconds'
    | 'message_ttl_seconds'
    | 'join_approval'
  >
>;

export class RoomsApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(cursor?: string, options?: CallOptions): Promise<Page<Room>> {
    return this.#http.get('/rooms', { cursor }, options);
  }

  create(room: NewRoom): Promise<Room> {
    return this.#http.post('/rooms', room);
  }

  /** One room per pair: answers the same room every time. */
  direct(user_id: UserId): Promise<Room> {
    return this.#http.post('/rooms/direct', { user_id });
  }

  get(room: RoomId, options?: CallOptions): Promise<Room> {
    return this.#http.get(`/rooms/${room}`, undefined, options);
  }

  update(room: RoomId, change: RoomChange): Promise<Room> {
    return this.#http.patch(`/rooms/${room}`, change);
  }

  /** What only oneself sees of the room: mute, pin, unread mark. */
  updateView(room: RoomId, view: Partial<RoomView>): Promise<Room> {
    return this.#http.patch(`/rooms/${room}/me`, view);
  }

  /** For its owner: the room is gone for everybody. */
  delete(room: RoomId): Promise<void> {
    return this.#http.delete(`/rooms/${room}`);
  }

  leave(room: RoomId): Promise<void> {
    return this.#http.post(`/rooms/${room}/leave`);
  }

  /** The same events the socket replays, in rev order. */
  changes(
    room: RoomId,
    range: { readonly after_rev: number; readonly limit?: number },
    options?: CallOptions,
  ): Promise<Page<RoomEvent>> {
    return this.#http.get(`/rooms/${room}/changes`, range, options);
  }
}
