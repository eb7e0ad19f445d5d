import type {
  Conversation,
  ConversationState,
  Message,
  MessageId,
  Scheduled,
  ScheduledId,
  UserId,
} from '@tingting/sdk';
import type { StoreApi } from 'zustand/vanilla';

type Verbs = Pick<
  Conversation,
  | 'edit'
  | 'recall'
  | 'react'
  | 'pin'
  | 'loadPins'
  | 'loadScheduled'
  | 'schedule'
  | 'reschedule'
  | 'unschedule'
>;

/** What one may do with messages, done at once in the store alone. */
export function fakeVerbs(store: StoreApi<ConversationState>, me: () => UserId | undefined): Verbs {
  const change = (id: MessageId, to: (message: Message) => Message) => {
    const each = (one: Message) => (one.message_id === id ? to(one) : one);
    store.setState(({ messages, pins }) => ({
      messages: messages.map(each),
      pins: pins?.map(each) ?? null,
    }));
    return Promise.resolve();
  };
  const showPins = () => {
    store.setState(({ messages }) => ({ pins: messages.filter(({ pinned }) => pinned).reverse() }));
    return Promise.resolve();
  };
  const showScheduled = (to: (all: readonly Scheduled[]) => readonly Scheduled[]) => {
    store.setState(({ scheduled }) => ({
      scheduled: to(scheduled ?? []).toSorted((a, b) => (a.send_at < b.send_at ? -1 : 1)),
    }));
    return Promise.resolve();
  };
  return {
    edit: (id, edit) =>
      change(id, (one) => ({ ...one, mentions: [], ...edit, edited_at: new Date().toISOString() })),
    recall: (id) =>
      change(id, (one) => ({
        ...one,
        content: null,
        pinned: false,
        reactions: [],
        recalled_at: new Date().toISOString(),
      })),
    react: (id, emoji, on) => change(id, (one) => reacted(one, emoji, on, me())),
    async pin(id, on) {
      await change(id, (one) => ({ ...one, pinned: on }));
      if (store.getState().pins) await showPins();
    },
    loadPins: showPins,
    loadScheduled: () => showScheduled((all) => all),
    schedule: ({ kind = 'text', content = null, mentions = [], reply_to = null }, send_at) =>
      showScheduled((all) => [
        ...all,
        {
          scheduled_id: crypto.randomUUID() as string as ScheduledId,
          room_id: store.getState().messages[0]?.room_id ?? ('room' as never),
          client_msg_id: crypto.randomUUID() as never,
          send_at,
          created_at: new Date().toISOString(),
          kind,
          content,
          reply_to,
          mentions,
          file_url: null,
          problem: null,
        },
      ]),
    reschedule: (id, to) =>
      showScheduled((all) =>
        all.map((one) => (one.scheduled_id === id ? { ...one, problem: null, ...to } : one)),
      ),
    unschedule: (id) => showScheduled((all) => all.filter((one) => one.scheduled_id !== id)),
  };
}

function reacted(message: Message, emoji: string, on: boolean, me: UserId | undefined): Message {
  const known = message.reactions.find((one) => one.emoji === emoji);
  const others = (known?.user_ids ?? []).filter((user) => user !== me);
  const count = (known?.count ?? 0) - (known?.me === true ? 1 : 0) + (on ? 1 : 0);
  const next = { emoji, count, user_ids: on && me ? [...others, me] : others, me: on };
  const reactions = known
    ? message.reactions.map((one) => (one === known ? next : one))
    : [...message.reactions, next];
  return { ...message, reactions: reactions.filter((one) => one.count > 0) };
}
