import type { ClientMsgId, MessageId, RoomId } from '../wire/ids.js';
import type {
  Draft,
  EarlierContent,
  Edit,
  Message,
  Page,
  Reactor,
  Receipt,
  SendReceipt,
} from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

/** At most one of the three: before is answered newest first, after and around oldest first. */
export interface MessageRange {
  readonly before_seq?: number;
  readonly after_seq?: number;
  readonly around_seq?: number;
  /** Up to 200. */
  readonly limit?: number;
}

export interface ReactorsRange {
  /** All of them unless told. */
  readonly emoji?: string;
  readonly limit?: number;
  readonly cursor?: string;
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

  edit(message: MessageId, edit: Edit): Promise<Message> {
    return this.#http.patch(`/messages/${message}`, edit);
  }

  recall(message: MessageId): Promise<Message> {
    return this.#http.delete(`/messages/${message}`);
  }

  /** What it said before, newest first; for its sender, owners and admins. */
  edits(message: MessageId, options?: CallOptions): Promise<Page<EarlierContent>> {
    return this.#http.get(`/messages/${message}/edits`, undefined, options);
  }

  /** Who reacted. */
  reactions(
    message: MessageId,
    range: ReactorsRange = {},
    options?: CallOptions,
  ): Promise<Page<Reactor>> {
    return this.#http.get(`/messages/${message}/reactions`, { ...range }, options);
  }

  /** How far the others have come with it. */
  receipts(message: MessageId, options?: CallOptions): Promise<Page<Receipt>> {
    return this.#http.get(`/messages/${message}/receipts`, undefined, options);
  }

  /** The pinned messages of a room, the newest pin first. */
  pins(room: RoomId, cursor?: string, options?: CallOptions): Promise<Page<Message>> {
    return this.#http.get(`/rooms/${room}/pins`, { cursor }, options);
  }

  /** Marks everything up to this seq as read; never moves backwards. */
  read(room: RoomId, seq: number): Promise<unknown> {
    return this.#http.post(`/rooms/${room}/read`, { seq });
  }
}
