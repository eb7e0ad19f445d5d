import {
  ProblemError,
  type Block,
  type Contact,
  type Found,
  type Friend,
  type FriendRequest,
  type Invitation,
  type Invite,
  type JoinRequest,
  type Member,
  type Message,
  type MessageId,
  type MessageSearch,
  type NewInvite,
  type Provider,
  type ProviderLink,
  type Reactor,
  type ReactorsRange,
  type Receipt,
  type RoomId,
  type StickerPack,
  type User,
  type UserId,
  userId,
} from '@tingting/sdk';
import { fakeOwnData } from './fakeOwnData';
import { fakeSecurity } from './fakeSecurity';

/** What of a world the calls are answered from. */
export interface Records {
  readonly messages?: ReadonlyMap<RoomId, readonly Message[]>;
  readonly members?: ReadonlyMap<RoomId, readonly Member[]>;
  readonly invites?: ReadonlyMap<RoomId, readonly Invite[]>;
  readonly joinRequests?: ReadonlyMap<RoomId, readonly JoinRequest[]>;
  readonly friends?: readonly Friend[];
  readonly requests?: readonly FriendRequest[];
  readonly blocks?: readonly Block[];
  /** By code. */
  readonly invitations?: ReadonlyMap<string, Invitation>;
  /** With whom one can sign in. */
  readonly providers?: readonly Provider[];
  readonly links?: readonly ProviderLink[];
  readonly stickers?: readonly StickerPack[];
  /** Whoever searches is left alone with it. */
  readonly search?: 'pending' | 'failed';
}

/** The calls that no store stands for, answered from a world; only those that screens make. */
export function fakeCalls(records: Records, users: () => Iterable<User>) {
  let links = records.links ?? [];
  const invites = new Map(records.invites);
  const requests = new Map(records.joinRequests);
  const decide = (room: RoomId, user: UserId) => {
    requests.set(
      room,
      (requests.get(room) ?? []).filter((one) => one.user_id !== user),
    );
    return Promise.resolve();
  };
  return {
    auth: {
      forgotPassword: () => Promise.resolve(),
      resetPassword: (_contact: Contact, otp: string) => right(otp),
      changePassword: () => Promise.resolve(),
      ...fakeSecurity(),
    },
    passkeys: { list: () => Promise.resolve({ items: [], next_cursor: null }) },
    oauth: {
      providers: () => page(records.providers ?? []),
      signInUrl: (provider: string, returnTo: string) =>
        `/api/v1/auth/oauth/${provider}?return_to=${encodeURIComponent(returnTo)}`,
      link: (provider: string) => Promise.resolve({ url: `#${provider}` }),
      links: () => page(links),
      unlink(provider: string) {
        links = links.filter((one) => one.provider !== provider);
        return Promise.resolve();
      },
    },
    users: {
      askForEmail: () => Promise.resolve(),
      search: ({ query = '' }: { query?: string }) =>
        page(
          [...users()].filter((user) =>
            plain(`${user.display_name} ${user.username}`).includes(plain(query)),
          ),
        ),
    },
    friends: {
      list: () => page(records.friends ?? []),
      requests: () => page(records.requests ?? []),
    },
    blocks: { list: () => page(records.blocks ?? []) },
    ownData: fakeOwnData(),
    rooms: { delete: () => Promise.resolve() },
    messages: {
      receipts: (id: MessageId) => page(receiptsOf(records, id)),
      get: (id: MessageId) => Promise.resolve(messageOf(records, id)),
      reactions: (id: MessageId, { emoji }: ReactorsRange) =>
        page(reactorsOf(messageOf(records, id), emoji)),
      edits: (id: MessageId) => {
        const { created_at: written_at } = messageOf(records, id);
        return page([{ content: 'Danh sách:\n- vé', written_at }]);
      },
    },
    invites: {
      list: (room: RoomId) => page(invites.get(room) ?? []),
      create(room: RoomId, { max_uses, expires_in }: NewInvite) {
        const made = invite(room, {
          max_uses: max_uses ?? null,
          expires_at:
            expires_in === undefined
              ? null
              : new Date(Date.now() + expires_in * 1000).toISOString(),
        });
        invites.set(room, [made, ...(invites.get(room) ?? [])]);
        return Promise.resolve(made);
      },
      revoke(room: RoomId, code: string) {
        invites.set(
          room,
          (invites.get(room) ?? []).filter((one) => one.code !== code),
        );
        return Promise.resolve();
      },
      get(code: string) {
        const known = records.invitations?.get(code);
        return known ? Promise.resolve(known) : Promise.reject(notFound());
      },
    },
    joinRequests: {
      list: (room: RoomId) => page(requests.get(room) ?? []),
      accept: decide,
      decline: decide,
    },
    stickers: { packs: () => page(records.stickers ?? []) },
    search: {
      messages(search: MessageSearch) {
        if (records.search === 'pending') return new Promise<never>(() => undefined);
        if (records.search === 'failed') return Promise.reject(new Error('No answer'));
        return page(found(records, search));
      },
    },
  };
}

/** The one code that is right everywhere. */
export const rightCode = '123456';

export const right = (otp: string, field = 'otp') =>
  otp === rightCode
    ? Promise.resolve()
    : Promise.reject(
        new ProblemError({
          code: 'invalid_request',
          detail: '',
          retryable: false,
          errors: [{ field, message: '' }],
        }),
      );

export function invite(room_id: RoomId, told: Partial<Invite> = {}): Invite {
  const code = told.code ?? crypto.randomUUID().slice(0, 12);
  return {
    code,
    url: `https://chat.example/app/invites/${code}`,
    room_id,
    created_by: userId('u-me'),
    created_at: new Date().toISOString(),
    expires_at: null,
    max_uses: null,
    uses: 0,
    ...told,
  };
}

const page = <Item>(items: readonly Item[]) => Promise.resolve({ items, next_cursor: null });

const notFound = () => new ProblemError({ code: 'not_found', detail: '', retryable: false });

function messageOf({ messages }: Records, id: MessageId): Message {
  const all = [...(messages?.values() ?? [])].flat();
  const message = all.find((one) => one.message_id === id);
  if (!message) throw notFound();
  return message;
}

function reactorsOf({ reactions, created_at }: Message, only: string | undefined): Reactor[] {
  return reactions
    .filter(({ emoji }) => only === undefined || emoji === only)
    .flatMap(({ emoji, user_ids }) => user_ids.map((user_id) => ({ user_id, emoji, created_at })));
}

/** The first half has read it, the next one got it. */
function receiptsOf({ messages, members }: Records, id: Message['message_id']): Receipt[] {
  const all = [...(messages?.values() ?? [])].flat();
  const message = all.find((one) => one.message_id === id);
  const others = (members?.get(message!.room_id) ?? []).filter(
    (one) => one.user_id !== message?.user_id,
  );
  return others.map(({ user_id }, index) => ({
    user_id,
    delivered: index < others.length - 1,
    read: index < others.length / 2,
  }));
}

function found({ messages }: Records, { q, room_id, from, before }: MessageSearch): Found[] {
  return [...(messages?.entries() ?? [])]
    .filter(([room]) => room_id === undefined || room === room_id)
    .flatMap(([room, list]) => list.map((one) => ({ ...one, room_id: room })))
    .filter(
      (one) =>
        plain(one.content ?? '').includes(plain(q)) &&
        (from === undefined || one.user_id === from) &&
        (before === undefined || one.created_at < before),
    )
    .sort((one, other) => (one.created_at > other.created_at ? -1 : 1))
    .map((message) => ({ message, snippet: snippetOf(message.content ?? '', q) }));
}

function snippetOf(text: string, words: string): Found['snippet'] {
  const at = plain(text).indexOf(plain(words));
  return [
    { text: text.slice(0, at), hit: false },
    { text: text.slice(at, at + words.length), hit: true },
    { text: text.slice(at + words.length), hit: false },
  ].filter((piece) => piece.text !== '');
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .split('')
    .map((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd'))
    .join('')
    .toLowerCase();
}
