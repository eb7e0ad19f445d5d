import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { messageId, NetworkError, type Message } from '@tingting/sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeConversation } from '../testing/FakeConversation';
import { aRoom, fakeClient } from '../testing/fakeClient';
import { giveElementsSizes } from '../testing/layout';
import { an, message, room } from '../testing/messages';
import { renderConversation } from '../testing/renderConversation';
import { cachedPlace, openConversation } from './openConversation';

const history: readonly Message[] = Array.from({ length: 500 }, (_, i) => message({ seq: i + 1 }));
const all = { unreadAfter: null, message: undefined };

describe('opening a room', () => {
  it('leads to the end when all is read', async () => {
    const conversation = new FakeConversation(room, an, history);
    expect(await openConversation(conversation, all)).toEqual({ at: 'end' });
    expect(conversation.store.getState().messages.at(-1)?.seq).toBe(500);
  });

  it('leads to the first unread message, however far back it is', async () => {
    const conversation = new FakeConversation(room, an, history);
    const place = await openConversation(conversation, { ...all, unreadAfter: 100 });
    expect(place).toEqual({ at: 'unread' });
    expect(conversation.store.getState().messages.map((it) => it.seq)).toContain(101);
  });

  it('leads to a linked message', async () => {
    const conversation = new FakeConversation(room, an, history);
    const place = await openConversation(conversation, { ...all, message: messageId('m42') });
    expect(place).toEqual({ at: 'message', seq: 42 });
  });

  it('opens as usual when the linked message is not there', async () => {
    const conversation = new FakeConversation(room, an, history);
    const place = await openConversation(conversation, { ...all, message: messageId('gone') });
    expect(place).toEqual({ at: 'end' });
  });

  it('leaves the past in which the room was left', async () => {
    const conversation = new FakeConversation(room, an, history);
    await conversation.open(42);
    expect(cachedPlace(conversation, all)).toBeNull();
    expect(await openConversation(conversation, all)).toEqual({ at: 'end' });
    expect(conversation.store.getState().reachesEnd).toBe(true);
  });

  it('asks nothing of the server when the room was open before', async () => {
    const conversation = new FakeConversation(room, an, history);
    await conversation.open();
    expect(cachedPlace(conversation, all)).toEqual({ at: 'end' });
    expect(cachedPlace(conversation, { ...all, unreadAfter: 480 })).toEqual({ at: 'unread' });
    expect(cachedPlace(conversation, { ...all, unreadAfter: 3 })).toBeNull();
  });
});

describe('the column', () => {
  beforeEach(giveElementsSizes);

  it('shows shapes of messages first, then the messages', async () => {
    const conversation = new FakeConversation(room, an, history);
    await renderConversation(fakeClient({ room: aRoom(), conversation }));
    expect(screen.getByText('Loading messages')).toBeInTheDocument();
    expect(screen.queryByRole('log')).not.toBeInTheDocument();
    expect(await screen.findByText('Message 500')).toBeInTheDocument();
    expect(screen.getByRole('log')).toHaveAccessibleName('Messages');
  });

  it('says what went wrong and tries again', async () => {
    const conversation = new FakeConversation(room, an, history);
    conversation.failure = new NetworkError('unreachable');
    await renderConversation(fakeClient({ room: aRoom(), conversation }));
    expect(await screen.findByText(/out of reach/)).toBeInTheDocument();
    conversation.failure = null;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Message 500')).toBeInTheDocument();
  });

  it('tries again by itself when the connection is back', async () => {
    const conversation = new FakeConversation(room, an, history);
    conversation.failure = new NetworkError('unreachable');
    const client = fakeClient({ room: aRoom(), conversation });
    client.connection.setState({ status: 'offline', attempt: 1 });
    await renderConversation(client);
    await screen.findByText(/out of reach/);
    conversation.failure = null;
    act(() => client.connection.setState({ status: 'online', attempt: 0 }));
    expect(await screen.findByText('Message 500')).toBeInTheDocument();
  });

  it('invites to the first word in an empty room', async () => {
    const conversation = new FakeConversation(room, an, []);
    await renderConversation(fakeClient({ room: aRoom(), conversation }));
    await userEvent.click(await screen.findByRole('button', { name: /wave/ }));
    expect(conversation.store.getState().outgoing[0]?.draft.content).toBe('👋');
    expect(screen.getByRole('article')).toHaveAccessibleName(/You 👋/);
  });
});
