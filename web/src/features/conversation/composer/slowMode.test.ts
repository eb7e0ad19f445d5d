import { clientMsgId, roomId, userId, type Outgoing } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { message, room } from '@/testing/samples';
import { isSlowed, lastWritten } from './slowMode';

const me = userId('me');
const at = (minute: number) => `2026-11-21T08:0${minute}:00.000Z`;
const waiting = (minute: number, status: Outgoing['status']): Outgoing => ({
  clientMsgId: clientMsgId(`c-${minute}`),
  roomId: roomId('r'),
  draft: {},
  createdAt: at(minute),
  status,
});

it('counts from one’s own last message, whoever wrote after it', () => {
  const messages = [
    message({ user_id: me, created_at: at(1) }),
    message({ user_id: userId('an'), created_at: at(3) }),
  ];
  expect(lastWritten({ messages, outgoing: [] }, me)).toBe(Date.parse(at(1)));
});

it('counts what is on its way, not what failed', () => {
  const messages = [message({ user_id: me, created_at: at(1) })];
  const outgoing = [waiting(4, 'pending'), waiting(5, 'failed')];
  expect(lastWritten({ messages, outgoing }, me)).toBe(Date.parse(at(4)));
});

it('binds members, not owners and admins', () => {
  const slow = { kind: 'group', slow_mode_seconds: 30 } as const;
  expect(isSlowed(room({ ...slow, role: 'member' }))).toBe(true);
  expect(isSlowed(room({ ...slow, role: 'admin' }))).toBe(false);
  expect(isSlowed(room({ kind: 'group', role: 'member' }))).toBe(false);
});
