import type { ClientMsgId, MessageId, RoomId } from '../wire/ids.js';
import type { Draft, Message, SendReceipt } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

/** At most one of the three: before is answered newest first, after and around oldest first. */
export interface MessageRange {
  readonly before_seq?: number;
  readonly after_seq?: number;
  readonly around_seq?: number;
  /** Up to 200. */
  readonly limit?: number;
}

export class MessagesApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  list(room: RoomId, range: MessageRange, options?: CallOptions): Promise<readonly Message[]> {
    return this.#http.get(`/rooms/${room}/messages`, { ...range }, options);
  }

  get(message: MessageId, options?: CallOptions): Promise<Message> {
    return this.#http.get(`/messages/${message}`, undefined, options);
  }

  send(room: RoomId, draft: Draft & { client_msg_id: ClientMsgId }): Promise<SendReceipt> {
    return this.#http.post(`/rooms/${room}/messages`, draft);
  }

  /** Marks everything up to this seq as read; never moves backwards. */
  read(room: RoomId, seq: number): Promise<unknown> {
    return this.#http.post(`/rooms/${room}/read`, { seq });
  }
}
