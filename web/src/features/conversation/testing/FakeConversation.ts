import {
  clientMsgId,
  messageId,
  ProblemError,
  type ClientMsgId,
  type Conversation,
  type ConversationState,
  type Draft,
  type DraftText,
  type Message,
  type MessageId,
  type RoomId,
  type UserId,
} from '@tingting/sdk';
import { createStore } from 'zustand/vanilla';
import { fakeVerbs } from '@/testing/fakeVerbs';
import { message } from './messages';

const page = 50;

/** A room in memory that keeps the SDK's promises: one unbroken stretch, cut into pages. */
export class FakeConversation implements Conversation {
  readonly store = createStore<ConversationState>(() => ({
    status: 'idle',
    messages: [],
    reachesStart: false,
    reachesEnd: true,
    loading: null,
    outgoing: [],
    typing: [],
    members: null,
    pins: null,
    scheduled: null,
    marks: new Map(),
    reach: { delivered: 0, read: 0 },
  }));
  readonly readUpTo: number[] = [];
  readonly typed: boolean[] = [];
  /** What the next load answers with instead of messages. */
  failure: Error | null = null;
  private sent = 0;

  constructor(
    readonly roomId: RoomId,
    readonly me: UserId,
    /** Everything the server has, by seq from 1 on. */
    private history: readonly Message[],
    private readonly firstUnread: number | null = null,
    /** Milliseconds a load takes. */
    private readonly latency = 0,
  ) {}

  async open(seq?: number): Promise<void> {
    if (this.store.getState().status === 'ready') return;
    this.store.setState({ status: 'loading' });
    try {
      await this.answer();
    } catch (error) {
      this.store.setState({ status: 'failed' });
      throw error;
    }
    this.show(seq ?? this.firstUnread ?? this.history.length);
  }

  async loadOlder(): Promise<void> {
    const { messages, reachesStart, loading } = this.store.getState();
    if (reachesStart || loading) return;
    await this.load('older');
    const first = messages[0]?.seq ?? 1;
    const from = Math.max(1, first - page);
    const now = this.store.getState().messages;
    this.store.setState({
      messages: [...this.history.slice(from - 1, first - 1), ...now],
      reachesStart: from === 1,
      loading: null,
    });
  }

  async loadNewer(): Promise<void> {
    const { messages, reachesEnd, loading } = this.store.getState();
    if (reachesEnd || loading) return;
    await this.load('newer');
    const last = messages.at(-1)?.seq ?? 0;
    const to = Math.min(this.history.length, last + page);
    this.store.setState({
      messages: [...this.store.getState().messages, ...this.history.slice(last, to)],
      reachesEnd: to === this.history.length,
      loading: null,
    });
  }

  async loadAround(seq: number): Promise<void> {
    await this.load('around');
    this.show(seq);
  }

  async loadAroundMessage(id: MessageId): Promise<number | null> {
    const found = this.history.find((it) => it.message_id === id);
    if (!found) {
      throw new ProblemError({ code: 'not_found', detail: 'No such message', retryable: false });
    }
    if (!this.store.getState().messages.includes(found)) await this.loadAround(found.seq);
    return found.seq;
  }

  toLatest(): Promise<void> {
    return this.loadAround(this.history.length);
  }

  send(draft: Draft): ClientMsgId {
    this.sent += 1;
    const id = clientMsgId(`c${this.sent}`);
    this.store.setState(({ outgoing }) => ({
      outgoing: [
        ...outgoing,
        {
          clientMsgId: id,
          roomId: this.roomId,
          draft,
          createdAt: new Date().toISOString(),
          status: 'pending',
        },
      ],
    }));
    return id;
  }

  retry(id: ClientMsgId): void {
    this.setOutgoing(id, 'pending');
  }

  discard(id: ClientMsgId): void {
    this.store.setState(({ outgoing }) => ({
      outgoing: outgoing.filter((it) => it.clientMsgId !== id),
    }));
  }

  typing(isTyping: boolean): void {
    this.typed.push(isTyping);
  }

  read(seq: number): void {
    if (seq > (this.readUpTo.at(-1) ?? 0)) this.readUpTo.push(seq);
  }

  // The server's hand.

  receive(told: Partial<Message> = {}): Message {
    const arrived = message({
      seq: this.history.length + 1,
      created_at: new Date().toISOString(),
      ...told,
    });
    this.history = [...this.history, arrived];
    this.store.setState(({ messages, outgoing, reachesEnd }) =>
      reachesEnd
        ? {
            messages: [...messages, arrived],
            outgoing: outgoing.filter((it) => it.clientMsgId !== arrived.client_msg_id),
          }
        : {},
    );
    return arrived;
  }

  /** The echo of an own message. */
  confirm(id: ClientMsgId): Message {
    const waiting = this.store.getState().outgoing.find((it) => it.clientMsgId === id);
    return this.receive({
      message_id: messageId(`of-${id}`),
      user_id: this.me,
      content: waiting?.draft.content ?? '',
      client_msg_id: id,
    });
  }

  refuse(id: ClientMsgId, failure: string): void {
    this.setOutgoing(id, 'failed', failure);
  }

  alter(seq: number, change: Partial<Message>): void {
    const changed = (it: Message) => (it.seq === seq ? { ...it, ...change } : it);
    this.history = this.history.map(changed);
    this.store.setState(({ messages }) => ({ messages: messages.map(changed) }));
  }

  private setOutgoing(id: ClientMsgId, status: 'pending' | 'failed', failure?: string): void {
    this.store.setState(({ outgoing }) => ({
      outgoing: outgoing.map((it) =>
        it.clientMsgId === id ? { ...it, status, ...(failure !== undefined && { failure }) } : it,
      ),
    }));
  }

  private show(seq: number): void {
    const from = Math.max(1, Math.min(seq, this.history.length) - page / 2);
    const to = Math.min(this.history.length, from + page - 1);
    const start = Math.max(1, to - page + 1);
    this.store.setState({
      status: 'ready',
      messages: this.history.slice(start - 1, to),
      reachesStart: start === 1,
      reachesEnd: to === this.history.length,
      loading: null,
    });
  }

  private async load(loading: NonNullable<ConversationState['loading']>): Promise<void> {
    this.store.setState({ loading });
    try {
      await this.answer();
    } catch (error) {
      this.store.setState({ loading: null });
      throw error;
    }
  }

  private async answer(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.latency));
    if (this.failure) throw this.failure;
  }

  readonly savedDrafts: DraftText[] = [];

  saveDraft(draft: DraftText): Promise<void> {
    this.savedDrafts.push(draft);
    return Promise.resolve();
  }

  private readonly verbs = fakeVerbs(this.store, () => this.me);
  edit = this.verbs.edit;
  recall = this.verbs.recall;
  react = this.verbs.react;
  pin = this.verbs.pin;
  loadPins = this.verbs.loadPins;
  loadScheduled = this.verbs.loadScheduled;
  schedule = this.verbs.schedule;
  reschedule = this.verbs.reschedule;
  unschedule = this.verbs.unschedule;

  loadMembers = () => Promise.resolve();
  change = notHere;
  changeView = notHere;
  addMembers = notHere;
  removeMember = notHere;
  setRole = notHere;
  leave = notHere;
}

function notHere(): Promise<never> {
  return Promise.reject(new Error('Not part of the conversation column'));
}
