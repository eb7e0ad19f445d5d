import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import {
  createTingTing,
  indexedDbOutbox,
  memoryTokens,
  NetworkError,
  type Me,
  type RoomId,
  type TingTing,
} from '../src/index.js';
import { hurriedClock } from './support/hurriedClock.js';
import { Network } from './support/network.js';
import { seeded } from './support/seeded.js';

/**
 * The story of three people behind bad networks, against a real server:
 * `TINGTING_TEST_URL=http://127.0.0.1:8080 npm run test -w sdk`. A failure names its seed, and
 * `TINGTING_TEST_SEED` repeats the accidents of it; when they strike is up to the machine.
 */
const url = process.env.TINGTING_TEST_URL;
const seed = Number(process.env.TINGTING_TEST_SEED ?? Math.floor(Math.random() * 2 ** 32));
const random = seeded(seed);
const until = (holds: () => void | Promise<void>) =>
  vi.waitFor(holds, { timeout: 40_000, interval: 25 });
const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const unique = Date.now().toString(36);
const password = `mật khẩu ${unique}`;

/** Somebody with a network, a device that keeps what is unsent, and what they wrote where. */
class Person {
  readonly written = new Map<RoomId, string[]>();
  readonly reported: unknown[] = [];
  /** The revs of what was told, by room and start of the app. */
  readonly told: Map<RoomId, number[]>[] = [];
  readonly #username: string;
  readonly #tokens = memoryTokens();
  readonly #device = new IDBFactory();
  readonly #network: Network;
  chat: TingTing;
  me!: Me;

  constructor(name: string, network: Network) {
    this.#username = `${name}-${unique}`;
    this.#network = network;
    this.chat = this.#start();
  }

  static async called(name: string): Promise<Person> {
    const person = new Person(name, await new Network(url ?? '', random).start());
    person.me = await person.chat.register({ username: person.#username, password });
    return person;
  }

  get rooms(): readonly RoomId[] {
    return [...this.written.keys()];
  }

  enter(room: RoomId): Promise<void> {
    this.written.set(room, []);
    return this.chat.conversation(room).open();
  }

  writes(room: RoomId): void {
    const texts = this.written.get(room) ?? [];
    const content = `${this.#username} ${texts.length}`;
    texts.push(content);
    this.chat.conversation(room).send({ content });
  }

  reads(room: RoomId): void {
    const last = this.chat.conversation(room).store.getState().messages.at(-1);
    if (last) this.chat.conversation(room).read(last.seq);
  }

  get accidents(): number {
    return this.#network.accidents;
  }

  storm(): void {
    this.#network.storm();
  }
  calm(): void {
    this.#network.calm();
  }

  /** The app goes, and comes again: what was unsent is on the device. */
  async reloads(): Promise<void> {
    this.chat.close();
    this.chat = this.#start();
    await this.chat.restore();
    for (const room of this.rooms) await insistently(() => this.chat.conversation(room).open());
  }

  /** All that is shown of a room, from its start. */
  async sees(room: RoomId) {
    const conversation = this.chat.conversation(room);
    while (!conversation.store.getState().reachesStart) await conversation.loadOlder();
    return conversation.store.getState();
  }

  unsent() {
    return indexedDbOutbox(this.me.user_id, this.#device).load();
  }

  /** Their account as the server has it, by another way and from scratch. */
  async fresh() {
    const witness = createTingTing({ baseUrl: url ?? '', WebSocket });
    await witness.login({ login: this.#username, password });
    witness.close();
    return witness.api;
  }

  async leaves(): Promise<void> {
    this.chat.close();
    await this.#network.stop();
  }

  #start(): TingTing {
    const chat = createTingTing({
      baseUrl: this.#network.url,
      WebSocket,
      // Patience is ten times shorter, so that also stalled connections are given up.
      clock: hurriedClock(10),
      backoff: { firstMs: 500, maxMs: 3_000 },
      random,
      tokens: this.#tokens,
      outbox: (user) => indexedDbOutbox(user, this.#device),
      // Refresh tokens work once: a lost answer ends the session, so here they take a good way.
      fetch: (input, init) =>
        fetch(
          (input as string).replace(`${this.#network.url}/api/v1/auth`, `${url}/api/v1/auth`),
          init,
        ),
      report: (error) => this.reported.push(error),
    });
    const told = new Map<RoomId, number[]>();
    this.told.push(told);
    chat.on('new_message', ({ room_id, rev }) => {
      told.set(room_id, [...(told.get(room_id) ?? []), rev]);
    });
    return chat;
  }
}

/** Again, as a user does who is told that nothing came. */
async function insistently(act: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await act();
      return;
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
    }
  }
}

describe.skipIf(url === undefined)(`three people behind bad networks, seed ${seed}`, () => {
  let an: Person;
  let binh: Person;
  let chi: Person;
  let everybody: Person[];
  let rooms: RoomId[];

  beforeAll(async () => {
    an = await Person.called('an');
    binh = await Person.called('binh');
    chi = await Person.called('chi');
    everybody = [an, binh, chi];
    const direct = await an.chat.openDirect(binh.me.user_id);
    const family = await an.chat.createRoom({
      kind: 'group',
      name: 'Cả nhà',
      member_ids: [binh.me.user_id, chi.me.user_id],
    });
    const work = await chi.chat.createRoom({
      kind: 'group',
      name: 'Công việc',
      member_ids: [binh.me.user_id],
    });
    rooms = [direct, family, work].map(({ room_id }) => room_id);
    const [first, second, third] = rooms as [RoomId, RoomId, RoomId];
    await Promise.all([first, second].map((room) => an.enter(room)));
    await Promise.all([first, second, third].map((room) => binh.enter(room)));
    await Promise.all([second, third].map((room) => chi.enter(room)));
  });

  afterAll(async () => {
    for (const person of everybody) await person.leaves();
  });

  it('write and read, offline too and across a reload', { timeout: 60_000 }, async () => {
    for (const person of everybody) person.storm();
    for (let round = 0; round < 20; round++) {
      if (round === 4) chi.chat.close();
      if (round === 8) chi.chat.reconnect();
      for (const person of everybody) {
        for (const room of person.rooms) {
          person.writes(room);
          if (random() < 0.3) person.reads(room);
        }
      }
      if (round === 10) await binh.reloads();
      await passed(random() * 400);
    }
    for (const person of everybody) person.calm();
    const accidents = everybody.map((person) => person.accidents);
    expect(accidents.reduce((sum, some) => sum + some)).toBeGreaterThan(5);
  });

  it(
    'have all they wrote where they wrote it, once and in order',
    { timeout: 60_000 },
    async () => {
      for (const person of everybody) {
        await until(async () => expect(await person.unsent()).toEqual([]));
      }
      const api = await binh.fresh();
      for (const room of rooms) {
        const history = await api.messages.list(room, { after_seq: 0, limit: 200 });
        expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
        for (const { me, written } of everybody) {
          const theirs = history.filter(({ user_id }) => user_id === me.user_id);
          expect(theirs.map(({ content }) => content)).toEqual(written.get(room) ?? []);
        }
      }
    },
  );

  it('see what the server has, and nothing on its way any more', { timeout: 60_000 }, async () => {
    for (const person of everybody) {
      const api = await person.fresh();
      for (const room of person.rooms) {
        const history = await api.messages.list(room, { after_seq: 0, limit: 200 });
        await until(async () => {
          const { messages, outgoing } = await person.sees(room);
          expect(outgoing).toEqual([]);
          expect(messages).toEqual(history);
        });
      }
    }
  });

  it('count as unread what the server counts', { timeout: 60_000 }, async () => {
    for (const person of everybody) {
      const api = await person.fresh();
      await until(async () => {
        const { items } = await api.rooms.list();
        const { byId, totalUnread } = person.chat.rooms.getState();
        for (const { room_id, rev, last_seq, read_seq, unread } of items) {
          expect(byId.get(room_id)).toMatchObject({ rev, last_seq, read_seq, unread });
        }
        expect(byId.size).toBe(items.length);
        expect(totalUnread).toBe(items.reduce((sum, { unread }) => sum + unread, 0));
      });
    }
  });

  it('were told each message once, in the order of its room, and of no failure', () => {
    for (const person of everybody) {
      for (const revs of person.told.flatMap((rooms) => [...rooms.values()])) {
        expect(revs).toEqual([...new Set(revs)].sort((a, b) => a - b));
      }
      expect(person.reported).toEqual([]);
    }
  });
});
