import type { Marks } from '@tingting/sdk';
import { isOutgoing, type Entry } from '../timeline/entry';

/** How far an own message has got. */
export type SendState = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** `reach` is the furthest any other member has got. */
export function sendState(entry: Entry, reach: Marks): SendState {
  if (isOutgoing(entry)) return entry.status === 'pending' ? 'sending' : entry.status;
  if (reach.read >= entry.seq) return 'read';
  if (reach.delivered >= entry.seq) return 'delivered';
  return 'sent';
}
