import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { giveElementsSizes } from '../testing/layout';
import { an, message, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';

beforeEach(giveElementsSizes);

async function open(unread = 0) {
  const history = [1, 2, 3].map((seq) => message({ seq }));
  const conversation = new FakeConversation(room, an, history);
  await conversation.open();
  const read = { last_seq: 3, read_seq: 3 - unread, unread };
  const client = fakeClient({ room: aRoom(read), conversation });
  await renderConversation(client);
  const tell = (told: { last_seq: number; read_seq: number }) =>
    client.rooms.setState({ byId: new Map([[room, aRoom(told)]]) });
  /** A message comes in; with the reader's attention it is read at once. */
  const arrives = (seq: number, seen: boolean) =>
    act(() => {
      conversation.receive();
      tell({ last_seq: seq, read_seq: seen ? seq : seq - 1 });
    });
  return { arrives };
}

const line = () => screen.queryByText('New messages');

it('stands above what was unread, and stays while it is being read', async () => {
  const { arrives } = await open(2);
  expect(line()).toBeInTheDocument();
  arrives(4, true);
  expect(line()).toBeInTheDocument();
});

it('is not for what comes in under the reader’s eyes', async () => {
  const { arrives } = await open();
  arrives(4, true);
  expect(line()).not.toBeInTheDocument();
});

it('stands above what came in while the reader was elsewhere', async () => {
  const { arrives } = await open();
  fireEvent.blur(window);
  arrives(4, false);
  fireEvent.focus(window);
  expect(line()).toBeInTheDocument();
});

it('forgets an absence in which nothing came', async () => {
  const { arrives } = await open();
  fireEvent.blur(window);
  fireEvent.focus(window);
  arrives(4, true);
  expect(line()).not.toBeInTheDocument();
});
