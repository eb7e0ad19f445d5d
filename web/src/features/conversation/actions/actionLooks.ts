import {
  Copy,
  CornerUpLeft,
  Flag,
  Forward,
  History,
  Link,
  Pencil,
  Pin,
  PinOff,
  SmilePlus,
  Undo2,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import type { MessageAction } from './actionsFor';

export const actionIcons: Readonly<Record<MessageAction, LucideIcon>> = {
  react: SmilePlus,
  reply: CornerUpLeft,
  edit: Pencil,
  copy_text: Copy,
  copy_link: Link,
  forward: Forward,
  pin: Pin,
  unpin: PinOff,
  reactors: UsersRound,
  history: History,
  report: Flag,
  recall: Undo2,
};

/** Offered with one press; all others are in the picker. */
export const quickEmoji = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;
