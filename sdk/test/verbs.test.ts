import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createTingTing, memoryOutbox, ProblemError, type TingTing } from '../src/index.js';
import { roomId } from '../src/wire/ids.js';
import type { Message } from '../src/wire/records.js';
import { FakeServer } from './support/fakeServer.js';
import { an, binh, hall } from './support/samples.js';

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 5 });
const den = roomId('den');

describe('what one may do with a message', () => {
  let server: FakeServer;
  let clients: TingTing[];

  beforeEach(async () => {
    server = await new FakeServer().start();
    server.addRoom(hall, [an, binh]);
    clients = [];
  });

  afterEach(async () => {
    for (const client of clients) client.close();
    await server.stop();
  });

  const signedIn = async (login: string) => {
    const client = createTingTing({
      baseUrl: server.url,
      WebSocket,
      backoff: { firstMs: 20, maxMs: 50 },
      outbox: () => memoryOutbox(),
    });
    clients.push(client);
    await client.login({ login, password: 'x' });
    await until(() => expect(client.connection.getState().status).toBe('online'));
    await client.conversation(hall).open();
    return client;
  };
  const pair = async () => [await signedIn(an), await signedIn(binh)] as const;
  const state = (client: TingTing) => client.conversation(hall).store.getState();
  const shown = (client: TingTing, { seq }: Message) => state(client).messages[seq - 1];
  const everywhere = (check: (client: TingTing) => void) =>
    until(() => {
      for (const client of clients) check(client);
    });

  it('an edit reaches everybody, and the replies to it', async () => {
    const said = server.says(hall, an, 'Chào');
    const [first] = await pair();
    first.conversation(hall).send({ content: 'trả lời', reply_to: said.message_id });
    await first.conversation(hall).edit(said.message_id, { content: 'Xin chào', mentions: [binh] });
    await everywhere((client) =>
      expect(shown(client, said)).toMatchObject({ content: 'Xin chào', mentions: [binh] }),
    );
  });

  it('a recall leaves nothing behind, neither in the list nor in the pins', async () => {
    const said = server.says(hall, an, 'Chào');
    const [first, second] = await pair();
    await first.conversation(hall).pin(said.message_id, true);
    await second.conversation(hall).loadPins();
    await first.conversation(hall).recall(said.message_id);
    await everywhere((client) => expect(shown(client, said)?.content).toBeNull());
    expect(state(second).pins).toEqual([]);
    expect(second.rooms.getState().byId.get(hall)?.last_message?.content).toBeNull();
  });

  it('pins stand newest first, also one that is not loaded', async () => {
    const [old, young] = [server.says(hall, an, 'old'), server.says(hall, an, 'young')];
    const [first, second] = await pair();
    const names = (client: TingTing) => state(client).pins?.map(({ content }) => content);
    await second.conversation(hall).loadPins();
    await first.conversation(hall).pin(young.message_id, true);
    await first.conversation(hall).pin(old.message_id, true);
    await until(() => expect(names(second)).toEqual(['old', 'young']));
    await first.conversation(hall).pin(old.message_id, false);
    await until(() => expect(names(second)).toEqual(['young']));

    const third = createTingTing({ baseUrl: server.url, WebSocket });
    clients.push(third);
    await third.login({ login: binh, password: 'x' });
    await third.conversation(hall).loadPins();
    await until(() => expect(third.connection.getState().status).toBe('online'));
    await first.conversation(hall).pin(old.message_id, true);
    await until(() => expect(names(third)).toEqual(['old', 'young']));
  });

  describe('a reaction', () => {
    const mine = (client: TingTing, message: Message) =>
      shown(client, message)?.reactions.map(({ emoji, count, me }) => ({ emoji, count, me }));

    it('shows before the server has answered, and counts once', async () => {
      const said = server.says(hall, an, 'Chào');
      const [first] = await pair();
      const done = first.conversation(hall).react(said.message_id, '👍', true);
      expect(mine(first, said)).toEqual([{ emoji: '👍', count: 1, me: true }]);
      await done;
      await everywhere((client) => expect(mine(client, said)?.[0]?.count).toBe(1));
      expect(mine(first, said)?.[0]?.me).toBe(true);
    });

    it('stays over what others do meanwhile', async () => {
      const said = server.says(hall, an, 'Chào');
      const [first] = await pair();
      server.reacts(hall, said, binh, '👍');
      server.reacts(hall, said, binh, '🎉');
      const done = first.conversation(hall).react(said.message_id, '👍', true);
      expect(mine(first, said)).toContainEqual({ emoji: '👍', count: 1, me: true });
      await done;
      await until(() =>
        expect(mine(first, said)).toEqual([
          { emoji: '👍', count: 2, me: true },
          { emoji: '🎉', count: 1, me: false },
        ]),
      );
    });

    it('is taken back where the server refuses', async () => {
      const said = server.says(hall, an, 'Chào');
      const [first] = await pair();
      server.refusals.push({ code: 'forbidden', retryable: false });
      await expect(
        first.conversation(hall).react(said.message_id, '👍', true),
      ).rejects.toBeInstanceOf(ProblemError);
      expect(mine(first, said)).toEqual([]);
    });

    it('given and taken in one breath is gone', async () => {
      const said = server.says(hall, an, 'Chào');
      const [first] = await pair();
      const conversation = first.conversation(hall);
      const given = conversation.react(said.message_id, '👍', true);
      const taken = conversation.react(said.message_id, '👍', false);
      expect(mine(first, said)).toEqual([]);
      await Promise.all([given, taken]);
      await everywhere((client) => expect(mine(client, said)).toEqual([]));
    });
  });

  it('a forwarded message shows at once, and is the server’s copy', async () => {
    server.addRoom(den, [an, binh]);
    const said = server.says(hall, binh, 'Chào');
    const [first] = await pair();
    const target = first.conversation(den);
    await target.open();
    target.send({ content: 'Chào', forward_of: said.message_id });
    expect(target.store.getState().outgoing[0]?.draft.content).toBe('Chào');
    await until(() =>
      expect(target.store.getState().messages).toMatchObject([
        { content: 'Chào', forwarded_from: binh },
      ]),
    );
    const sent = server.frames.find(({ type }) => type === 'send_message');
    expect(sent?.data).not.toHaveProperty('content');
  });

  it('a draft follows its author to their other devices', async () => {
    const [phone, desk] = [await signedIn(an), await signedIn(an)];
    const draft = (client: TingTing) => client.rooms.getState().byId.get(hall)?.draft;
    await phone.conversation(hall).saveDraft({ content: 'Chào B' });
    expect(draft(phone)?.content).toBe('Chào B');
    await until(() => expect(draft(desk)?.content).toBe('Chào B'));
    await phone.conversation(hall).saveDraft({ content: '' });
    await until(() => expect(draft(desk)).toBeNull());
    expect(draft(phone)).toBeNull();
  });

  it('scheduled messages stand in the order of their time', async () => {
    const first = await signedIn(an);
    const conversation = first.conversation(hall);
    const list = () => state(first).scheduled?.map(({ content }) => content);
    await conversation.loadScheduled();
    await conversation.schedule({ content: 'late' }, '2027-01-02T00:00:00.000Z');
    await conversation.schedule({ content: 'early' }, '2027-01-01T00:00:00.000Z');
    expect(list()).toEqual(['early', 'late']);
    const [early] = state(first).scheduled ?? [];
    if (!early) throw new Error('Nothing is scheduled');
    await conversation.reschedule(early.scheduled_id, { send_at: '2027-01-03T00:00:00.000Z' });
    expect(list()).toEqual(['late', 'early']);
    await conversation.unschedule(early.scheduled_id);
    await until(() => expect(list()).toEqual(['late']));
  });

  it('the room shows what was changed of it before the event comes', async () => {
    const [first, second] = await pair();
    const row = (client: TingTing) => client.rooms.getState().byId.get(hall);
    await first.conversation(hall).changeView({ pinned: true });
    expect(row(first)?.pinned).toBe(true);
    server.loseEvents = 1;
    await first.conversation(hall).change({ slow_mode_seconds: 10 });
    expect(row(first)?.slow_mode_seconds).toBe(10);
    await first.conversation(hall).change({ name: 'Sảnh' });
    await until(() => expect(row(second)).toMatchObject({ name: 'Sảnh', slow_mode_seconds: 10 }));
    expect(row(second)?.pinned).toBe(false);
  });

  it('a change of one’s view on another device is taken over', async () => {
    const first = await signedIn(an);
    const view = { muted_until: '2027-01-01T00:00:00.000Z', pinned: true, marked_unread: true };
    server.tell(an, { type: 'room_view', data: { room_id: hall, ...view } });
    await until(() => expect(first.rooms.getState().byId.get(hall)).toMatchObject(view));
  });
});
