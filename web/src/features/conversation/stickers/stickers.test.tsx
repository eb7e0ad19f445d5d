import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Message, Room } from '@tingting/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { shippedStickers } from '@/testing/shippedStickers';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { giveElementsSizes } from '../testing/layout';
import { an, message, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';

const [hello] = shippedStickers[0]!.stickers;
const { emoji, url } = hello!;

beforeEach(giveElementsSizes);
beforeEach(() => localStorage.clear());

async function show(messages: readonly Message[], told: Partial<Room> = {}) {
  const conversation = new FakeConversation(room, an, messages);
  const client = fakeClient({ room: aRoom({ last_seq: messages.length, ...told }), conversation });
  await conversation.open();
  await renderConversation(client);
  const open = () => userEvent.click(screen.getByRole('button', { name: 'Emoji and stickers' }));
  return { conversation, open };
}

describe('the stickers of the picker', () => {
  it('are found by name, sent with Enter, and first among the recent ones afterwards', async () => {
    const { conversation, open } = await show([message({ seq: 1 })]);
    await open();
    await userEvent.click(await screen.findByRole('tab', { name: 'Stickers' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search stickers' }), 'xin chao');
    await screen.findByRole('button', { name: 'Hello' });
    await userEvent.keyboard('{Enter}');

    expect(conversation.store.getState().outgoing.map(({ draft }) => draft)).toEqual([
      { kind: 'sticker', content: emoji, file_url: url },
    ]);
    expect(screen.getByRole('img', { name: `Sticker ${emoji}` })).toHaveAttribute('src', url);
    expect(screen.getByRole('textbox')).toHaveFocus();

    await open();
    const recent = await screen.findByRole('region', { name: 'Recent' });
    expect(recent).toContainElement(screen.getAllByRole('button', { name: 'Hello' })[0]!);
  });

  it('are not offered while one has to wait', async () => {
    const { open } = await show([message({ seq: 1, user_id: an, created_at: now() })], {
      slow_mode_seconds: 60,
      role: 'member',
    });
    await open();
    expect(await screen.findByRole('tab', { name: 'Stickers' })).toBeDisabled();
  });
});

describe('a sticker among the messages', () => {
  it('has a place of its size and says its emoji', async () => {
    await show([message({ seq: 1, kind: 'sticker', content: emoji, file_url: url })]);
    const picture = screen.getByRole('img', { name: `Sticker ${emoji}` });
    expect(picture).toHaveAttribute('width', '160');
    expect(picture).toHaveAttribute('height', '160');
    expect(screen.queryByText(emoji)).not.toBeInTheDocument();
  });

  it('is no picture from elsewhere', async () => {
    const elsewhere = 'https://tracker.example/pixel.webp';
    await show([message({ seq: 1, kind: 'sticker', content: emoji, file_url: elsewhere })]);
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Attachment' })).toBeInTheDocument();
  });
});

const now = () => new Date().toISOString();
