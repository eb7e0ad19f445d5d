import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Presence } from '@tingting/sdk';
import { expect, it, vi } from 'vitest';
import { render } from '@/testing/render';
import { Conversation } from '../Conversation';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient, person } from '../testing/fakeClient';
import { an, binh, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';

const hourAgo = () => new Date(Date.now() - 61 * 60_000).toISOString();
const direct = aRoom({ kind: 'direct', is_group: false, name: null, peer: person(binh, 'Bình') });

async function header(language: 'vi' | 'en', told: Omit<Presence, 'user_id'>) {
  const conversation = new FakeConversation(room, an, []);
  const presence = [{ user_id: binh, ...told }];
  await renderConversation(fakeClient({ room: direct, conversation, presence }), language);
}

it.each([
  ['en', { status: 'online', last_seen: null }, 'Online'],
  ['vi', { status: 'online', last_seen: null }, 'Đang hoạt động'],
  ['en', { status: 'busy', last_seen: null }, 'Busy'],
  ['en', { status: 'offline', last_seen: hourAgo() }, 'Last seen 1 hour ago'],
  ['vi', { status: 'offline', last_seen: hourAgo() }, 'Hoạt động 1 giờ trước'],
  ['en', { status: 'offline', last_seen: null }, 'Offline'],
] as const)('%s: tells whether the other person is here, %j', async (language, told, words) => {
  await header(language, told);
  expect(screen.getByRole('heading', { level: 1, name: 'Bình' })).toBeInTheDocument();
  expect(screen.getByText(words)).toBeInTheDocument();
});

it.each([
  [1, '1 member'],
  [3, '3 members'],
])('counts the members of a group: %i', async (member_count, words) => {
  const conversation = new FakeConversation(room, an, []);
  await renderConversation(fakeClient({ room: aRoom({ member_count }), conversation }));
  expect(screen.getByText(words)).toBeInTheDocument();
});

it('leads back, and to the details', async () => {
  const conversation = new FakeConversation(room, an, []);
  const onPanel = vi.fn();
  await render(<Conversation roomId={room} backTo="/app" panel={null} onPanel={onPanel} />, {
    client: fakeClient({ room: aRoom(), conversation }),
  });
  expect(screen.getByRole('link', { name: 'Back to the rooms' })).toHaveAttribute('href', '/app');
  const details = screen.getByRole('button', { name: 'Details' });
  expect(details).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(details);
  expect(onPanel).toHaveBeenCalledWith('details');
});
