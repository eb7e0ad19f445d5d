import type { Presence, Room, TingTing, User, UserId } from '@tingting/sdk';
import { fakeClient as anyClient } from '@/testing/fakeClient';
import { me as sampleMe, room as sampleRoom, user } from '@/testing/samples';
import { shippedStickers } from '@/testing/shippedStickers';
import type { FakeConversation } from './FakeConversation';
import { an, binh, chi, room as roomId } from './messages';

export function person(user_id: UserId, display_name: string): User {
  return user({ user_id, username: user_id, display_name });
}

/** A group of three, unless told otherwise. */
export function aRoom(told: Partial<Room> = {}): Room {
  return sampleRoom({
    room_id: roomId,
    kind: 'group',
    name: 'Nhóm dạo phố',
    last_seq: 0,
    read_seq: 0,
    member_count: 3,
    ...told,
  });
}

interface Given {
  readonly room: Room;
  readonly conversation: FakeConversation;
  readonly presence?: readonly Presence[];
  readonly mutedUntil?: string;
}

/** A client that is signed in and has this one room, with a conversation that loads and sends. */
export function fakeClient({ room, conversation, presence = [], mutedUntil }: Given): TingTing {
  const muted_until = mutedUntil ?? null;
  const me = sampleMe({ ...person(an, 'An'), muted_until });
  const client = anyClient({
    me,
    users: [me, person(binh, 'Bình'), person(chi, 'Chi Nguyễn')],
    presence,
    rooms: [room],
    stickers: shippedStickers,
  });
  client.session.setState({ status: 'signed_in', me }, true);
  return { ...client, conversation: () => conversation };
}
