import { act, screen } from '@testing-library/react';
import { userId, type UserId } from '@tingting/sdk';
import { expect, it } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient, person } from '../testing/fakeClient';
import { an, binh, chi, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';

const dung = userId('dung');

async function typing(language: 'vi' | 'en', typists: readonly UserId[]) {
  const conversation = new FakeConversation(room, an, []);
  const client = fakeClient({ room: aRoom(), conversation });
  client.people.setState(({ users }) => ({
    users: new Map(users).set(dung, person(dung, 'Dũng')),
  }));
  await renderConversation(client, language);
  act(() => conversation.store.setState({ typing: typists }));
}

it.each([
  ['en', [binh], 'Bình is typing…'],
  ['en', [binh, chi], 'Bình and Chi Nguyễn are typing…'],
  ['en', [binh, chi, dung], 'Bình and 2 others are typing…'],
  ['vi', [binh], 'Bình đang nhập…'],
  ['vi', [binh, chi], 'Bình và Chi Nguyễn đang nhập…'],
  ['vi', [binh, chi, dung], 'Bình và 2 người khác đang nhập…'],
] as const)('%s: %s is told as "%s"', async (language, typists, words) => {
  await typing(language, typists);
  expect(screen.getByText(words)).toBeInTheDocument();
});

it('nobody typing leaves the line empty and in its place', async () => {
  await typing('en', []);
  expect(screen.queryByText(/typing/)).not.toBeInTheDocument();
});
