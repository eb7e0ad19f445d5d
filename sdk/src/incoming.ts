import type { Listeners } from './listeners.js';
import type { Session } from './session/session.js';
import type { Feed } from './store/feed.js';
import type { People } from './store/people.js';
import type { Receipts } from './store/receipts.js';
import type { Conversations } from './store/conversations.js';
import type { Rooms } from './store/rooms.js';
import { isRoomEvent, type ChatEvent, type RoomEvent, type UnreadChanged } from './wire/events.js';
import type { NewsFrame } from './wire/frames.js';

/** What incoming frames change. */
export interface IncomingTargets {
  readonly session: Session;
  readonly feed: Feed;
  readonly rooms: Rooms;
  readonly people: People;
  readonly receipts: Receipts;
  readonly conversations: Conversations;
  readonly listeners: Listeners;
}

/** Leads each frame to what it changes, and tells the listeners afterwards. */
export class Incoming {
  readonly #to: IncomingTargets;

  constructor(targets: IncomingTargets) {
    this.#to = targets;
  }

  news(frame: NewsFrame): void {
    const { feed, listeners } = this.#to;
    if (frame.type === 'reset') feed.onReset(frame.data);
    else if (isRoomEvent(frame)) feed.offer(frame);
    else {
      this.#change(frame);
      listeners.tell(frame);
    }
  }

  /** The next change of a room in order; its row has changed already. */
  applied(event: RoomEvent): void {
    const { session, receipts, conversations, listeners } = this.#to;
    conversations.get(event.room_id)?.apply(event);
    if (event.type === 'new_message' && event.data.user_id !== session.me?.user_id) {
      receipts.mark('delivered', event.room_id, event.data.seq);
    }
    listeners.tell(event);
  }

  #change(event: Exclude<ChatEvent, RoomEvent>): void {
    const { session, feed, rooms, people, conversations } = this.#to;
    switch (event.type) {
      case 'typing':
      case 'delivered':
      case 'read':
        conversations.get(event.data.room_id)?.signal(event);
        return;
      case 'unread':
        this.#unread(event.data);
        return;
      case 'room_view': {
        const { room_id, ...view } = event.data;
        rooms.change(room_id, (room) => ({ ...room, ...view }));
        return;
      }
      case 'draft': {
        const { room_id, content, ...rest } = event.data;
        const draft = content === null ? null : { content, ...rest };
        rooms.change(room_id, (room) => ({ ...room, draft }));
        return;
      }
      case 'scheduled':
        conversations.get(event.data.room_id)?.scheduledChanged();
        return;
      case 'presence':
        people.seen([event.data]);
        return;
      case 'room_added':
        if (!rooms.get(event.data.room_id)) void feed.reset(event.data.room_id);
        return;
      case 'room_removed':
        feed.forget(event.data.room_id);
        return;
      case 'profile_updated':
        // The server leaves `closed` out of everybody who is there.
        people.update({ closed: false, ...event.data });
        if (session.me?.user_id === event.data.user_id) {
          session.describe({ ...session.me, ...event.data });
        }
        return;
      case 'account_changed':
        if (session.me) session.describe({ ...session.me, ...event.data });
        return;
      case 'join_request':
      case 'friend_request':
      case 'friend_accepted':
      case 'friend_removed':
      case 'notification':
      case 'session_revoked':
      case 'call_incoming':
      case 'call_ringing':
      case 'call_accepted':
      case 'call_answered_elsewhere':
      case 'call_rejected':
      case 'call_ended':
      case 'offer':
      case 'answer':
      case 'candidate':
        return; // for listeners alone
    }
  }

  #unread({ room_id, read_seq, unread, total_unread, mentioned }: UnreadChanged): void {
    const { rooms } = this.#to;
    rooms.change(room_id, (room) => ({ ...room, read_seq, unread, mentioned }));
    rooms.total(total_unread);
  }
}
