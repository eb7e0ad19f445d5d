import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type * as Bubbles from './message/MessageBubble';
import { beforeEach, expect, it, vi } from 'vitest';
import { FakeConversation } from './testing/FakeConversation';
import { aRoom, fakeClient } from './testing/fakeClient';
import { giveElementsSizes } from './testing/layout';
import { an, message, room } from './testing/messages';
import { renderConversation } from './testing/renderConversation';

const rendered = vi.hoisted(() => [] as string[]);

// Every row tells that it rendered; what it shows stays the real thing.
vi.mock('./message/MessageBubble', async (original) => {
  const { MessageBubble } = await original<typeof Bubbles>();
  const { entryText } = await import('./timeline/entry');
  return {
    MessageBubble: (props: Parameters<typeof MessageBubble>[0]) => {
      rendered.push(entryText(props.entry));
      return <MessageBubble {...props} />;
    },
  };
});

beforeEach(() => {
  giveElementsSizes();
  rendered.length = 0;
});

/** Ten thousand messages, all of them loaded. */
async function openLongRoom() {
  const conversation = new FakeConversation(room, an, [], null);
  const messages = Array.from({ length: 10_000 }, (_, i) => message({ seq: i + 1 }));
  conversation.store.setState({
    status: 'ready',
    messages,
    reachesStart: true,
    reachesEnd: true,
  });
  await renderConversation(fakeClient({ room: aRoom(), conversation }));
  await screen.findByText('Message 10000');
  rendered.length = 0;
  return conversation;
}

it('of ten thousand messages only the one that arrives is rendered', async () => {
  const conversation = await openLongRoom();
  act(() => {
    conversation.store.setState(({ messages }) => ({
      messages: [...messages, message({ seq: 10_001 })],
    }));
  });
  expect(await screen.findByText('Message 10001')).toBeInTheDocument();
  expect(new Set(rendered)).toEqual(new Set(['Message 10001']));
});

it('typing renders no row', async () => {
  await openLongRoom();
  await userEvent.type(screen.getByRole('textbox'), 'hello');
  expect(screen.getByRole('textbox')).toHaveValue('hello');
  expect(rendered).toEqual([]);
});

it('a changed message renders its row alone', async () => {
  const conversation = await openLongRoom();
  act(() => {
    conversation.store.setState(({ messages }) => ({
      messages: messages.map((it) =>
        it.seq === 9_999 ? { ...it, content: 'Mended', edited_at: it.created_at } : it,
      ),
    }));
  });
  expect(await screen.findByText('Mended')).toBeInTheDocument();
  expect(rendered).toEqual(['Mended']);
});

it('who types and who reads renders no row', async () => {
  const conversation = await openLongRoom();
  act(() => {
    conversation.store.setState({ typing: [an], reach: { delivered: 10_000, read: 10_000 } });
  });
  expect(rendered).toEqual([]);
});

it('the timeline mounts what is in view and no more', async () => {
  await openLongRoom();
  expect(screen.getAllByRole('article').length).toBeLessThan(50);
});
