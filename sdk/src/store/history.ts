import type { MessageRange, MessagesApi } from '../rest/messages.js';
import type { RoomEvent } from '../wire/events.js';
import type { Revision } from '../wire/frames.js';
import type { MessageId, RoomId, UserId } from '../wire/ids.js';
import type { Message } from '../wire/records.js';
import {
  changed,
  changesExcerpts,
  isMessageChange,
  requoted,
  type MessageChange,
} from './changes.js';
import { ReactionWishes } from './reactions.js';
import type { Sheet } from './sheet.js';
import type { ConversationState } from './state.js';
import {
  added,
  appended,
  at,
  positionOf,
  replaced,
  type Stretch,
  type Stretches,
} from './stretches.js';

export interface HistoryOptions {
  readonly room: RoomId;
  readonly sheet: Sheet<ConversationState>;
  readonly messages: MessagesApi;
  readonly me: () => UserId;
  /** The last seq of the room, as far as is known here. */
  readonly lastSeq: () => number;
  /** Up to where its changes have been applied. */
  readonly rev: () => number;
  /** These are in the timeline now. */
  readonly arrived: (messages: readonly Message[]) => void;
}

type Loading = NonNullable<ConversationState['loading']>;

const pageSize = 50;
/** In place of a seq: wherever the room ends. */
const end = Number.POSITIVE_INFINITY;

/** The messages of one room: which stretches are loaded, and which of them is looked at. */
export class History {
  readonly #options: HistoryOptions;
  readonly #seqs = new Map<MessageId, number>();
  /** The loaded replies to a message. */
  readonly #replies = new Map<MessageId, Set<MessageId>>();
  readonly #wishes: ReactionWishes;
  #stretches: Stretches = [];
  /** A seq of the stretch that is looked at. */
  #anchor = 0;
  #load: { readonly kind: Loading; readonly done: Promise<void> } | null = null;
  /**
   * What happened while a page was on its way. The page may be older than that, so it is applied
   * once more after the page was put in: applying twice changes nothing.
   */
  #meanwhile: RoomEvent[] = [];
  /** Counts snapshots: a page that was asked for before one is not put in after it. */
  #turn = 0;
  /** Counts the times when the first page, still on its way, may have missed something. */
  #missed = 0;
  /**
   * Where to look again, while what is loaded may have missed something: it stays on screen until
   * the page that takes its place is here, however often that fails. Null: nothing was missed.
   */
  #stale: number | null = null;

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#wishes = new ReactionWishes(options.me);
  }

  get loaded(): boolean {
    return this.#stretches.length > 0;
  }

  latest(): Promise<void> {
    const last = this.#stretches.at(-1);
    if (last && last.to >= this.#options.lastSeq()) return this.#look(last);
    return this.#run('around', () => this.#end());
  }

  around(seq: number): Promise<void> {
    const known = this.#stretchAt(seq);
    if (known) return this.#look(known);
    return this.#run('around', () => this.#middle(seq));
  }

  older(): Promise<void> {
    return this.#run('older', async () => {
      const shown = this.#shown();
      if (!shown || shown.from <= 1) return null;
      const page = await this.#page({ before_seq: shown.from, limit: pageSize });
      const from = page.length < pageSize ? 1 : (page[0]?.seq ?? 1);
      return between(page, from, shown.from - 1);
    });
  }

  newer(): Promise<void> {
    return this.#run('newer', async () => {
      const shown = this.#shown();
      const known = this.#options.lastSeq();
      if (!shown || shown.to >= known) return null;
      const page = await this.#page({ after_seq: shown.to, limit: pageSize });
      const last = page.at(-1)?.seq ?? shown.to;
      return between(page, shown.to + 1, page.length < pageSize ? Math.max(known, last) : last);
    });
  }

  /** Where a message is; asks the server when it is not loaded. Null: not in this room. */
  async seqOf(message: MessageId): Promise<number | null> {
    const known = this.#seqs.get(message);
    if (known !== undefined) return known;
    const found = await this.#options.messages.get(message);
    return found.room_id === this.#options.room ? found.seq : null;
  }

  /** A message that is loaded. */
  message(id: MessageId): Message | undefined {
    const seq = this.#seqs.get(id);
    const stretch = seq === undefined ? undefined : at(this.#stretches, seq);
    return stretch?.messages[positionOf(stretch.messages, seq ?? 0)];
  }

  /** One's own reaction shows at once; `ask` tells the server, and what it refuses is taken back. */
  async react(
    id: MessageId,
    emoji: string,
    on: boolean,
    ask: () => Promise<Revision>,
  ): Promise<void> {
    const message = this.message(id);
    if (message) this.#wishes.ask(message, emoji, on);
    this.#replace(id, (one) => this.#wishes.over(one));
    this.#show();
    let shown = true;
    try {
      const { rev } = await ask();
      shown = rev <= this.#options.rev();
    } finally {
      this.#replace(id, (one) => {
        const told = this.#wishes.under(one);
        this.#wishes.answered(id, emoji, shown);
        return this.#wishes.over(told);
      });
      this.#show();
    }
  }

  /** What is loaded may have missed something: shows the same place, fetched anew. */
  async reload(): Promise<void> {
    const shown = this.#shown();
    if (!shown) {
      this.#missed += 1;
      return;
    }
    const middle = shown.messages[shown.messages.length >> 1]?.seq ?? end;
    const seq = (this.#stale ??= this.#options.sheet.state.reachesEnd ? end : middle);
    this.#turn += 1;
    this.#load = null;
    this.#meanwhile = [];
    await this.#run('around', () => (seq === end ? this.#end() : this.#middle(seq)));
  }

  clear(): void {
    this.#turn += 1;
    this.#load = null;
    this.#meanwhile = [];
    this.#wishes.clear();
    this.#drop();
  }

  apply(event: RoomEvent): void {
    if (this.#load) this.#meanwhile.push(event);
    this.#put(event);
    this.#show();
  }

  #put(event: RoomEvent): void {
    if (event.type === 'new_message') this.#append(event.data);
    else if (isMessageChange(event)) {
      const { message_id } = event.data;
      this.#replace(message_id, (one) => {
        const told = changed(this.#wishes.under(one), event, this.#options.me());
        if (event.type === 'reaction') this.#wishes.heard(event.data);
        return this.#wishes.over(told);
      });
      if (changesExcerpts(event)) this.#requote(event);
    }
  }

  #append(message: Message): void {
    const next = appended(this.#stretches, message);
    if (next === this.#stretches) return;
    this.#stretches = next;
    this.#note(message);
  }

  #note({ message_id, seq, reply_to }: Message): void {
    this.#seqs.set(message_id, seq);
    if (!reply_to) return;
    const replies = this.#replies.get(reply_to.message_id) ?? new Set();
    this.#replies.set(reply_to.message_id, replies.add(message_id));
  }

  #requote(event: MessageChange): void {
    for (const reply of this.#replies.get(event.data.message_id) ?? []) {
      this.#replace(reply, (one) => requoted(one, event));
    }
  }

  #replace(id: MessageId, change: (message: Message) => Message): void {
    const seq = this.#seqs.get(id);
    if (seq !== undefined) this.#stretches = replaced(this.#stretches, seq, change);
  }

  #look(stretch: Stretch): Promise<void> {
    this.#anchor = Math.max(stretch.from, stretch.to);
    this.#show();
    return Promise.resolve();
  }

  /** One load at a time; asking for the same again while it runs is the same load. */
  #run(kind: Loading, fetch: () => Promise<Stretch | null>): Promise<void> {
    const current = this.#load;
    if (current?.kind === kind && kind !== 'around') return current.done;
    const before = current ? current.done.catch(() => undefined) : Promise.resolve();
    const turn = this.#turn;
    const done = before.then(async () => {
      if (turn !== this.#turn) return;
      this.#options.sheet.set({ loading: kind });
      try {
        let part, missed;
        do {
          missed = this.#missed;
          part = await fetch();
        } while (missed !== this.#missed && turn === this.#turn);
        if (turn === this.#turn && part) this.#insert(part, kind);
      } finally {
        if (this.#load === load) {
          this.#load = null;
          this.#meanwhile = [];
          this.#options.sheet.set({ loading: null });
        }
      }
    });
    const load = { kind, done };
    this.#load = load;
    return done;
  }

  #insert(part: Stretch, kind: Loading): void {
    const { sheet, arrived } = this.#options;
    if (this.#stale !== null && kind === 'around') {
      this.#drop();
      this.#wishes.settle();
    }
    for (const message of part.messages) this.#note(message);
    const messages = part.messages.map((one) => this.#wishes.over(one));
    this.#stretches = added(this.#stretches, { ...part, messages });
    if (kind === 'around') this.#anchor = Math.max(part.from, part.to);
    for (const event of this.#meanwhile) this.#put(event);
    sheet.together(() => {
      this.#show();
      sheet.set({ status: 'ready' });
      arrived(part.messages);
    });
  }

  #show(): void {
    const shown = this.#shown();
    if (!shown) return;
    this.#options.sheet.set({
      messages: shown.messages,
      reachesStart: shown.from <= 1,
      reachesEnd: shown.to >= this.#options.lastSeq(),
    });
  }

  #shown(): Stretch | undefined {
    return this.#stretchAt(this.#anchor);
  }

  /** The stretch of an empty room holds no seq, and is still the one that is looked at. */
  #stretchAt(seq: number): Stretch | undefined {
    return this.#stretches.find((one) => one.from <= seq && seq <= Math.max(one.from, one.to));
  }

  #drop(): void {
    this.#stretches = [];
    this.#seqs.clear();
    this.#replies.clear();
    this.#stale = null;
  }

  async #middle(seq: number): Promise<Stretch> {
    const page = await this.#page({ around_seq: seq, limit: pageSize });
    const [first, last] = [page[0], page.at(-1)];
    return first && last ? between(page, first.seq, last.seq) : this.#end();
  }

  async #end(): Promise<Stretch> {
    const known = this.#options.lastSeq();
    const page = await this.#page({ limit: pageSize });
    const from = page.length < pageSize ? 1 : (page[0]?.seq ?? 1);
    return between(page, from, Math.max(known, page.at(-1)?.seq ?? 0));
  }

  /** Ascending, however it was asked for. */
  async #page(range: MessageRange): Promise<readonly Message[]> {
    const page = await this.#options.messages.list(this.#options.room, range);
    return page.toSorted((a, b) => a.seq - b.seq);
  }
}

const between = (messages: readonly Message[], from: number, to: number): Stretch => ({
  from,
  to,
  messages,
});
