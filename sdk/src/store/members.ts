import type { RoomEvent } from '../wire/events.js';
import type { Member } from '../wire/records.js';

/** The members after an event; applying it twice changes nothing. */
export function membersAfter(members: readonly Member[], event: RoomEvent): readonly Member[] {
  switch (event.type) {
    case 'member_joined': {
      const { user_id, role = 'member', joined_at, user } = event.data;
      const others = members.filter((one) => one.user_id !== user_id);
      return [...others, { user_id, role, joined_at, ...(user && { user }) }];
    }
    case 'member_left':
      return members.filter((one) => one.user_id !== event.data.user_id);
    case 'member_role':
      return members.map((one) =>
        one.user_id === event.data.user_id ? { ...one, role: event.data.role } : one,
      );
    case 'new_message':
    case 'message_edited':
    case 'message_recalled':
    case 'reaction':
    case 'message_pinned':
    case 'message_unpinned':
    case 'room_updated':
      return members;
  }
}
