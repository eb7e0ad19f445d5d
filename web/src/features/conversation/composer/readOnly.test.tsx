import { screen } from '@testing-library/react';
import type { MemberRole } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { an, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';

async function channel(role: MemberRole) {
  const conversation = new FakeConversation(room, an, []);
  await renderConversation(fakeClient({ room: aRoom({ kind: 'channel', role }), conversation }));
}

it('a channel says who writes there and offers its readers no way to', async () => {
  await channel('member');
  expect(await screen.findByText('Only owners and admins write here.')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(await screen.findByText('Nothing here yet')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Send a wave/ })).toBeNull();
});

it('its admins write as everywhere', async () => {
  await channel('admin');
  expect(await screen.findByRole('textbox')).toBeVisible();
  expect(await screen.findByRole('button', { name: /Send a wave/ })).toBeVisible();
});

it('who is muted is told until when, and keeps the rest of the conversation', async () => {
  const conversation = new FakeConversation(room, an, []);
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await renderConversation(fakeClient({ room: aRoom(), conversation, mutedUntil: until }));

  expect(await screen.findByText(/Those in charge do not let you write until/)).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /Send a wave/ })).toBeNull();
});
