import type { MemberRole, Message, Room, UserId } from '@tingting/sdk';

/** In the order in which they are offered. */
const all = [
  'react',
  'reply',
  'edit',
  'copy_text',
  'copy_link',
  'forward',
  'pin',
  'unpin',
  'reactors',
  'history',
  'report',
  'recall',
] as const;
export type MessageAction = (typeof all)[number];

/** Who looks at the message, and from where. */
export interface Onlooker {
  readonly me: UserId;
  readonly room: Pick<Room, 'kind' | 'role'>;
  /** The sender's role, where it is known. */
  readonly senderRole?: MemberRole | undefined;
}

/** What one may do with a message; the server decides again. */
export function actionsFor(message: Message, onlooker: Onlooker): readonly MessageAction[] {
  if (message.recalled_at !== null || message.kind === 'system') return [];
  const { me, room, senderRole } = onlooker;
  const own = message.user_id === me;
  const direct = room.kind === 'direct';
  const manages = !direct && room.role !== undefined && room.role !== 'member';
  const writes = room.kind !== 'channel' || manages;
  const says = message.content !== null && message.content !== '';
  const may: Record<MessageAction, boolean> = {
    react: true,
    reply: writes,
    edit: own && message.kind === 'text' && message.forwarded_from === null,
    copy_text: says,
    copy_link: true,
    forward: true,
    pin: !message.pinned && (direct || manages),
    unpin: message.pinned && (direct || manages),
    reactors: message.reactions.length > 0,
    history: message.edited_at !== null && (own || manages),
    report: !own,
    recall: own || (manages && outranks(room.role, senderRole)),
  };
  return all.filter((action) => may[action]);
}

/** Moderators act on lower roles only. */
function outranks(own: MemberRole | undefined, other: MemberRole | undefined): boolean {
  if (own === 'owner') return other !== 'owner';
  return own === 'admin' && (other === undefined || other === 'member');
}
