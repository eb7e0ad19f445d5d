import type { RoomEvent, RoomUpdated } from '../wire/events.js';
import type { RoomId, UserId } from '../wire/ids.js';
import type { Message, Room } from '../wire/records.js';
import { after, isMessageChange } from './changes.js';

/** A room's row after an event; what the row already holds is not applied twice. */
export function summarized(room: Room, event: RoomEvent, me: UserId): Room {
  if (event.rev <= room.rev) return room;
  return { ...room, ...told(room, event, me), rev: event.rev };
}

function told(room: Room, event: RoomEvent, me: UserId): Partial<Room> {
  if (isMessageChange(event)) {
    return { last_message: room.last_message && after(room.last_message, event, me) };
  }
  switch (event.type) {
    case 'new_message':
      return {
        last_message: event.data,
        last_seq: Math.max(room.last_seq, event.data.seq),
        // Sending marks what came before as read; the count itself is the server's to tell.
        ...(event.data.user_id === me && { read_seq: Math.max(room.read_seq, event.data.seq) }),
        ...(calls(event.data, me) && { mentioned: true }),
      };
    case 'member_joined':
      return counted(room, 1);
    case 'member_left':
      return counted(room, -1);
    case 'member_role':
      return event.data.user_id === me ? { role: event.data.role } : {};
    case 'room_updated':
      return settingsOf(event.data);
  }
}

/** Exactly what was told; the rest stays. */
function settingsOf({ by_user_id: _, ...settings }: RoomUpdated): Partial<Room> {
  return settings;
}

const calls = ({ user_id, mentions, mention_all }: Message, me: UserId): boolean =>
  user_id !== me && (mention_all || mentions.includes(me));

const counted = ({ member_count }: Room, by: number): Partial<Room> =>
  member_count === undefined ? {} : { member_count: member_count + by };

/**
 * A row as the server answered it; `before` is the row when it was asked for, `now` the present one.
 * What was told while the answer was on its way is newer than the answer.
 */
export function answered(answer: Room, before: Room | undefined, now: Room | undefined): Room {
  if (!now || now === before) return answer;
  if (now.rev > answer.rev) return now;
  return views.reduce((sum, keys) => {
    const told = keys.some((key) => now[key] !== before?.[key]);
    return told ? { ...sum, ...Object.fromEntries(keys.map((key) => [key, now[key]])) } : sum;
  }, answer);
}

/** What takes no rev because only oneself sees it; each group is told together. */
const views = [
  ['read_seq', 'unread', 'mentioned'],
  ['muted_until', 'pinned', 'marked_unread'],
  ['draft'],
] as const satisfies (keyof Room)[][];

type Rows = ReadonlyMap<RoomId, Room>;

/** All rows after a list was answered: as `answered`, also where rooms came and went meanwhile. */
export function relisted(list: readonly Room[], before: Rows, now: Rows): readonly Room[] {
  const left = (id: RoomId) => before.has(id) && !now.has(id);
  const listed = new Set(list.map(({ room_id }) => room_id));
  const came = [...now.values()].filter(
    (row) => !listed.has(row.room_id) && !before.has(row.room_id),
  );
  return [
    ...list
      .filter(({ room_id }) => !left(room_id))
      .map((row) => answered(row, before.get(row.room_id), now.get(row.room_id))),
    ...came,
  ];
}
