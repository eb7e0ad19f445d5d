import type {
  ConnectionState,
  Me,
  PeopleState,
  Presence,
  Room,
  RoomsState,
  SessionState,
  TingTing,
  User,
  UserId,
} from '@tingting/sdk';
import { createStore } from 'zustand/vanilla';
import type { FakeConversation } from './FakeConversation';
import { an, binh, chi, room as roomId } from './messages';

export function person(user_id: UserId, display_name: string): User {
  return { user_id, username: user_id, display_name, avatar_url: null };
}

export const me: Me = {
  ...person(an, 'An'),
  email: null,
  phone: null,
  role: 'user',
  settings: {},
  created_at: '2026-01-01T00:00:00.000Z',
};

export function aRoom(told: Partial<Room> = {}): Room {
  return {
    room_id: roomId,
    kind: 'group',
    is_group: true,
    name: 'Nhóm dạo phố',
    avatar_url: null,
    topic: null,
    created_by: an,
    created_at: '2026-01-01T00:00:00.000Z',
    last_seq: 0,
    rev: 0,
    read_seq: 0,
    unread: 0,
    last_message: null,
    muted_until: null,
    pinned: false,
    member_count: 3,
    ...told,
  };
}

interface Given {
  readonly room: Room;
  readonly conversation: FakeConversation;
  readonly presence?: readonly Presence[];
}

/** As much of the client as the conversation column asks for, all of it in memory. */
export function fakeClient({ room, conversation, presence = [] }: Given): TingTing {
  const people = [person(an, 'An'), person(binh, 'Bình'), person(chi, 'Chi Nguyễn')];
  const client: Partial<TingTing> = {
    session: createStore<SessionState>(() => ({ status: 'signed_in', me })),
    connection: createStore<ConnectionState>(() => ({ status: 'online', attempt: 0 })),
    rooms: createStore<RoomsState>(() => ({
      status: 'ready',
      byId: new Map([[room.room_id, room]]),
      order: [room.room_id],
      totalUnread: room.unread,
    })),
    people: createStore<PeopleState>(() => ({
      users: new Map(people.map((it) => [it.user_id, it])),
      presence: new Map(presence.map((it) => [it.user_id, it])),
    })),
    conversation: () => conversation,
    loadUsers: () => Promise.resolve(),
    watch: () => () => undefined,
  };
  return client as TingTing;
}
