import type { Clock } from '../clock.js';
import { isRetryable, NetworkError, ProblemError } from '../errors.js';
import type { Api } from '../rest/api.js';
import { everyPage } from '../rest/everyPage.js';
import type { RoomEvent } from '../wire/events.js';
import type { Position, Ready, Reset } from '../wire/frames.js';
import type { RoomId, UserId } from '../wire/ids.js';
import type { Room } from '../wire/records.js';
import type { Rooms } from './rooms.js';
import { Sequencer } from './sequencer.js';
import { answered, relisted, summarized } from './summary.js';

export interface FeedOptions {
  readonly clock: Clock;
  readonly api: Api;
  readonly rooms: Rooms;
  readonly me: () => UserId;
  readonly resume: (position: Position) => Promise<unknown>;
  /** The next change of a room, after its row was changed. */
  readonly applied: (event: RoomEvent) => void;
  /** A room's record was fetched: new here, or anew. */
  readonly fetched: (rooms: readonly Room[]) => void;
  /** Changes of this room were missed for good: what is loaded of it must be fetched anew. */
  readonly stale: (room: RoomId) => Promise<void>;
  readonly gone: (room: RoomId) => void;
  /** One's lists and profile moved. */
  readonly moved: () => void;
  readonly report: (error: unknown) => void;
}

/** A room that is being fetched anew. */
interface Refetch {
  readonly link: number;
  done: Promise<void>;
}

const gapMs = 500;
const againMs = 3_000;
const pageSize = 200;

/**
 * Keeps every room in step with the server: the order of its changes, what was missed while away,
 * and starting anew where the server cannot replay.
 */
export class Feed {
  readonly #options: FeedOptions;
  readonly #sequencers = new Map<RoomId, Sequencer>();
  readonly #resets = new Map<RoomId, Refetch>();
  /** Rooms one is no longer in: what is still told of them is of no interest. */
  readonly #left = new Set<RoomId>();
  #epoch: string | null = null;
  #userRev = 0;
  #listing: Promise<void> | null = null;
  /** Counts sign-outs: answers to an earlier user's questions are not for this one. */
  #turn = 0;
  /** Counts connections, and the times between them. */
  #link = 0;
  readonly #catching = new Set<Sequencer>();

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Fetches the list of rooms. Never rejects: its outcome is the status of the list. */
  list(): Promise<void> {
    this.#listing ??= this.#list().finally(() => {
      this.#listing = null;
    });
    return this.#listing;
  }

  /** Resolves when the list is there; rejects when it cannot be had now. */
  async listed(): Promise<void> {
    const { store } = this.#options.rooms;
    if (store.getState().status !== 'ready') await this.list();
    if (store.getState().status !== 'ready') throw new NetworkError('unreachable');
  }

  /** A connection is there: asks for what was missed. Resolves when that has arrived. */
  async ready(ready: Ready): Promise<void> {
    this.#link += 1;
    const link = this.#link;
    if (!(await this.#waitForList(link))) return;
    const position = {
      epoch: this.#epoch ?? ready.epoch,
      user_rev: this.#epoch === null ? ready.user_rev : this.#userRev,
      rooms: this.#positions(),
    };
    for (const { room_id, read_seq, unread } of ready.rooms) {
      this.#options.rooms.change(room_id, (room) =>
        room.read_seq === read_seq && room.unread === unread ? room : { ...room, read_seq, unread },
      );
      if (!(room_id in position.rooms)) void this.reset(room_id);
    }
    this.#epoch = ready.epoch;
    this.#userRev = ready.user_rev;
    try {
      await this.#options.resume(position);
    } catch (error) {
      if (link !== this.#link || !(error instanceof ProblemError)) return; // the next one resumes
      // Where replaying is not possible, what moved meanwhile is fetched anew.
      if (error.code !== 'invalid_request') this.#options.report(error);
      const moved = ready.rooms.filter(({ room_id, rev }) => rev !== position.rooms[room_id]);
      await Promise.all(moved.map(({ room_id }) => this.reset(room_id)));
    }
  }

  offer(event: RoomEvent): void {
    const { rooms } = this.#options;
    if (this.#left.has(event.room_id)) return;
    this.#sequencer(event.room_id).offer(event);
    const unlisted = rooms.store.getState().status === 'ready' && !rooms.get(event.room_id);
    // A direct room that had been left, and so hidden, comes back with its next message.
    if (unlisted && event.type === 'new_message') void this.reset(event.room_id);
  }

  onReset({ room_id, user_rev }: Reset): void {
    if (room_id !== undefined) void this.reset(room_id);
    else {
      if (user_rev !== undefined) this.#userRev = user_rev;
      void this.list();
      this.#options.moved();
    }
  }

  /** Fetches a room anew, its record and what is loaded of it. Never rejects. */
  reset(room: RoomId): Promise<void> {
    const running = this.#resets.get(room);
    // What was asked for before this connection may not hold what happened before it.
    if (running?.link === this.#link) return running.done;
    const own: Refetch = { link: this.#link, done: Promise.resolve() };
    const current = () => this.#resets.get(room) === own;
    this.#left.delete(room);
    this.#resets.set(room, own);
    own.done = this.#reset(room, current).finally(() => {
      if (current()) this.#resets.delete(room);
    });
    return own.done;
  }

  /** A room's record as the server answered it; `before` is the row when it was asked for. */
  adopt(room: Room, before?: Room): void {
    const { rooms, fetched } = this.#options;
    this.#left.delete(room.room_id);
    rooms.put(answered(room, before, rooms.get(room.room_id)));
    fetched([room]);
    const sequencer = this.#sequencer(room.room_id);
    if (sequencer.position === null && !this.#resets.has(room.room_id)) sequencer.seed(room.rev);
  }

  forget(room: RoomId): void {
    const known = this.#options.rooms.get(room);
    // A direct room is only hidden: its next message brings it back.
    if (known && known.kind !== 'direct') this.#left.add(room);
    this.#sequencers.get(room)?.disconnected();
    this.#sequencers.delete(room);
    this.#resets.delete(room);
    this.#options.rooms.remove(room);
    this.#options.gone(room);
  }

  disconnected(): void {
    this.#link += 1;
    for (const sequencer of this.#sequencers.values()) sequencer.disconnected();
  }

  clear(): void {
    this.#turn += 1;
    this.disconnected();
    this.#sequencers.clear();
    this.#resets.clear();
    this.#left.clear();
    this.#listing = null;
    this.#epoch = null;
    this.#userRev = 0;
  }

  /** Waits for the list of rooms; false when the connection was lost meanwhile. */
  async #waitForList(link: number): Promise<boolean> {
    const { rooms, clock } = this.#options;
    while (link === this.#link) {
      if (rooms.store.getState().status === 'ready') return true;
      await this.list();
      if (rooms.store.getState().status === 'failed') {
        await new Promise<void>((resolve) => clock.after(againMs, resolve));
      }
    }
    return false;
  }

  async #list(): Promise<void> {
    const { api, rooms, fetched, report } = this.#options;
    const turn = this.#turn;
    const before = rooms.store.getState().byId;
    if (rooms.store.getState().status !== 'ready') rooms.status('loading');
    try {
      const list = await everyPage((cursor) => api.rooms.list(cursor));
      if (turn !== this.#turn) return;
      const { byId } = rooms.store.getState();
      const fresh = relisted(list, before, byId);
      const gone = [...byId.keys()].filter((id) => !fresh.some((room) => room.room_id === id));
      rooms.replace(fresh);
      fetched(fresh);
      for (const room of gone) this.forget(room);
      for (const { room_id, rev } of fresh) {
        this.#left.delete(room_id);
        const sequencer = this.#sequencer(room_id);
        if (sequencer.position === null && !this.#resets.has(room_id)) sequencer.seed(rev);
      }
    } catch (error) {
      if (turn !== this.#turn) return;
      rooms.status('failed');
      if (!isRetryable(error)) report(error);
    }
  }

  async #reset(room: RoomId, current: () => boolean): Promise<void> {
    const { api, rooms, fetched, stale, report, clock } = this.#options;
    const sequencer = this.#sequencer(room);
    const before = rooms.get(room);
    sequencer.unseat();
    try {
      const record = await api.rooms.get(room);
      if (!current()) return;
      rooms.put(answered(record, before, rooms.get(room)));
      fetched([record]);
      await stale(room);
      if (current()) sequencer.seed(record.rev);
    } catch (error) {
      if (!current()) return;
      if (error instanceof ProblemError && error.code === 'not_found') this.forget(room);
      else {
        if (!isRetryable(error)) report(error);
        clock.after(againMs, () => {
          const waits = this.#sequencers.get(room) === sequencer && sequencer.position === null;
          if (waits) void this.reset(room);
        });
      }
    }
  }

  #positions(): Record<RoomId, number> {
    const positions: Record<RoomId, number> = {};
    for (const [room, { position }] of this.#sequencers) {
      if (position !== null) positions[room] = position;
    }
    return positions;
  }

  #sequencer(room: RoomId): Sequencer {
    const known = this.#sequencers.get(room);
    if (known) return known;
    const sequencer = new Sequencer({
      clock: this.#options.clock,
      gapMs,
      apply: (event) => this.#apply(event),
      missing: () => void this.#catchUp(room, sequencer),
    });
    this.#sequencers.set(room, sequencer);
    return sequencer;
  }

  #apply(event: RoomEvent): void {
    const { rooms, me, applied } = this.#options;
    rooms.change(event.room_id, (room) => summarized(room, event, me()));
    applied(event);
  }

  /** Asks for what a room is missing; where the answer leaves a gap, the room is fetched anew. */
  async #catchUp(room: RoomId, sequencer: Sequencer): Promise<void> {
    const turn = this.#turn;
    if (this.#catching.has(sequencer)) return;
    this.#catching.add(sequencer);
    try {
      let page;
      do {
        const after_rev = sequencer.position;
        if (after_rev === null) return;
        page = await this.#options.api.rooms.changes(room, { after_rev, limit: pageSize });
        if (turn !== this.#turn || this.#sequencers.get(room) !== sequencer) return;
        for (const event of page.items) sequencer.offer(event);
        if (sequencer.position === after_rev) break;
      } while (page.items.length === pageSize || page.next_cursor !== null);
      if (sequencer.gaping) void this.reset(room);
    } catch (error) {
      if (turn !== this.#turn || this.#sequencers.get(room) !== sequencer) return;
      if (isRetryable(error)) this.#options.clock.after(againMs, () => sequencer.recheck());
      else void this.reset(room);
    } finally {
      this.#catching.delete(sequencer);
    }
  }
}
