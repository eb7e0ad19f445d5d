import {
  ProblemError,
  messageId,
  roomId,
  userId,
  type Invitation,
  type MemberRole,
  type Message,
  type Presence,
  type Room,
  type User,
} from '@tingting/sdk';
import { invite } from './fakeCalls';
import type { World } from './fakeClient';
import { me, message, room, user } from './samples';
import { shippedStickers } from './shippedStickers';

/** A small town of people and rooms, for looking at pages. */

const minute = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * minute).toISOString();

const person = (id: string, display_name: string, told: Partial<User> = {}): User =>
  user({ user_id: userId(id), username: id, display_name, ...told });

const self = me({ bio: 'Builds things that last.', status_text: 'In Huế this week' });
const binh = person('binh.tran', 'Trần Thị Bình', {
  status_text: 'Đang đi bộ',
  bio: 'Thiết kế, cà phê và những con mèo.',
});
const chi = person('chi.pham', 'Phạm Linh Chi');
const duc = person('duc.le', 'Lê Minh Đức');
const ada = person('ada', 'Ada Lovelace');
const grace = person('grace', 'Grace Hopper');
const khanh = person('khanh', 'Võ Quốc Khánh');
const users = [self, binh, chi, duc, ada, grace, khanh];

const presence: Presence[] = [
  { user_id: binh.user_id, status: 'online', last_seen: null },
  { user_id: ada.user_id, status: 'away', last_seen: null },
  { user_id: duc.user_id, status: 'busy', last_seen: null },
  { user_id: chi.user_id, status: 'offline', last_seen: ago(190) },
  { user_id: khanh.user_id, status: 'online', last_seen: null },
];

const says = (by: User, content: string, minutes: number, told: Partial<Message> = {}): Message =>
  message({
    message_id: messageId(`m-${by.user_id}-${minutes}`),
    user_id: by.user_id,
    content,
    created_at: ago(minutes),
    ...told,
  });

/** That sticker of that pack. */
function sticks(by: User, pack: number, at: number, minutes: number): Message {
  const { emoji, url } = shippedStickers[pack]!.stickers[at]!;
  return says(by, emoji, minutes, { kind: 'sticker', file_url: url });
}

/** What a conversation can hold, one of each. */
const full: Message[] = [
  says(binh, 'Tối nay ai đi xem phim không? @all', 200, { mention_all: true }),
  says(duc, 'Mình đi.', 198, {
    reactions: [{ emoji: '👍', count: 1, user_ids: [binh.user_id] }],
  }),
  says(self, 'Danh sách:\n- vé: **3**\n- bỏng ngô\n- xem giờ ở https://example.org/phim', 190, {
    edited_at: ago(189),
  }),
  says(
    chi,
    '> Tối nay ai đi xem phim không?\nĐi, *nếu* `19:30` còn chỗ. @an.nguyen xem giúp nhé',
    120,
    {
      mentions: [self.user_id],
    },
  ),
  says(binh, 'Còn chỗ. Mình đặt rồi, hàng giữa.', 118, {
    pinned: true,
    reply_to: {
      message_id: messageId('m-full-3'),
      user_id: chi.user_id,
      excerpt: 'Đi, nếu 19:30 còn chỗ',
    },
    reactions: [
      { emoji: '❤️', count: 3, user_ids: [chi.user_id, duc.user_id, self.user_id], me: true },
      { emoji: '🎉', count: 12, user_ids: [duc.user_id, khanh.user_id] },
    ],
  }),
  says(self, 'Cảm ơn Bình', 110, {
    reply_to: {
      message_id: messageId('m-full-4'),
      user_id: binh.user_id,
      excerpt: 'Còn chỗ. Mình đặt rồi, hàng giữa.',
    },
  }),
  says(duc, '', 100, { content: null, recalled_at: ago(99) }),
  says(khanh, '```\nnpm run film -- --seats 3\n```', 60),
  says(duc, 'Rạp mở cửa lúc 19 giờ.', 30, { forwarded_from: ada.user_id }),
  says(self, 'Hẹn nhau ở cửa.', 20, { pinned: true }),
  sticks(binh, 0, 10, 15),
  sticks(self, 1, 7, 14),
  says(chi, '😂🎉', 12),
].map((one, index) => ({
  ...one,
  room_id: roomId('r-talk'),
  seq: index + 1,
  message_id: messageId(`m-full-${index}`),
}));

const direct = (id: string, peer: User, last: Message | null, told: Partial<Room> = {}): Room =>
  room({ room_id: roomId(id), kind: 'direct', peer, last_message: last, ...told });
const group = (id: string, name: string, last: Message | null, told: Partial<Room> = {}): Room =>
  room({ room_id: roomId(id), kind: 'group', name, last_message: last, ...told });

const rooms: Room[] = [
  group('r-trip', 'Chuyến đi Đà Nẵng', says(chi, 'Mình đặt vé tàu lúc 6 giờ sáng nhé?', 2), {
    pinned: true,
    unread: 3,
    last_seq: 42,
    member_count: 5,
    role: 'owner',
    topic: 'Tháng mười hai, bốn ngày',
    mentioned: true,
    join_approval: true,
    message_ttl_seconds: 604_800,
  }),
  direct('r-binh', binh, says(binh, 'Ảnh đẹp quá, gửi mình thêm đi', 7), { unread: 1 }),
  direct('r-ada', ada, says(self, 'The draft is in the folder, second section is new.', 95), {
    draft: { content: 'One more thing: the title', reply_to: null, updated_at: ago(90) },
  }),
  group('r-ops', 'Ops', says(duc, '', 260, { kind: 'image', content: null }), {
    muted_until: '2099-01-01T00:00:00.000Z',
    unread: 128,
    member_count: 12,
  }),
  direct('r-chi', chi, says(chi, '', 1500, { recalled_at: ago(1490), content: null })),
  direct('r-grace', grace, says(grace, 'See you on Thursday.', 60 * 24 * 4), {
    marked_unread: true,
  }),
  group('r-reading', 'Đọc sách cuối tuần', null, {
    member_count: 3,
    created_at: ago(60 * 24 * 9),
    role: 'member',
    slow_mode_seconds: 30,
  }),
  room({
    room_id: roomId('r-news'),
    kind: 'channel',
    name: 'Tin nội bộ',
    last_message: says(grace, 'Văn phòng nghỉ lễ từ thứ Sáu.', 60 * 24 * 12),
    member_count: 240,
    role: 'member',
  }),
  group('r-talk', 'Xem phim', full.at(-1) ?? null, {
    last_seq: full.length,
    read_seq: full.length,
    member_count: 5,
    role: 'admin',
  }),
  direct('r-khanh', khanh, says(khanh, '👋', 60 * 24 * 400, { kind: 'sticker' })),
];

const talk: Message[] = [
  says(binh, 'An ơi, cuối tuần này rảnh không?', 190),
  says(binh, 'Mình định đi leo núi.', 189),
  says(self, 'Rảnh. Mấy giờ đi?', 180),
  says(binh, 'Năm giờ sáng, để kịp thấy mặt trời mọc.', 60),
  says(self, 'Sớm thế. Nhưng được.', 58),
  says(binh, 'Ảnh đẹp quá, gửi mình thêm đi', 7),
].map((one, index) => ({ ...one, seq: index + 1, message_id: messageId(`m-talk-${index}`) }));

const invited = (code: string, told: Partial<Invitation> = {}): [string, Invitation] => [
  code,
  {
    code,
    room: {
      room_id: roomId('r-climbing'),
      kind: 'group',
      name: 'Leo núi Bạch Mã',
      avatar_url: null,
      member_count: 18,
    },
    join_approval: false,
    joined: false,
    requested: false,
    ...told,
  },
];

const member = (one: User, role: MemberRole) => ({
  user_id: one.user_id,
  role,
  joined_at: ago(90_000),
  user: one,
});

export const sampleWorld: World = {
  me: self,
  users,
  presence,
  rooms,
  stickers: shippedStickers,
  messages: new Map([
    [roomId('r-binh'), talk],
    [
      roomId('r-trip'),
      talk.map((one) => ({
        ...one,
        room_id: roomId('r-trip'),
        message_id: messageId(`m-trip-${one.seq}`),
      })),
    ],
    [roomId('r-talk'), full],
  ]),
  members: new Map([
    [
      roomId('r-talk'),
      [member(self, 'admin'), member(binh, 'owner'), member(chi, 'member'), member(duc, 'member')],
    ],
    [
      roomId('r-trip'),
      [
        member(chi, 'member'),
        member(self, 'owner'),
        member(duc, 'member'),
        member(binh, 'admin'),
        member(khanh, 'member'),
      ],
    ],
  ]),
  invites: new Map([
    [
      roomId('r-trip'),
      [
        invite(roomId('r-trip'), { code: 'k3Jt8', uses: 2, max_uses: 5, expires_at: ago(-7200) }),
        invite(roomId('r-trip'), { code: 'Qm7xw', uses: 11 }),
      ],
    ],
  ]),
  joinRequests: new Map([
    [
      roomId('r-trip'),
      [
        { user_id: ada.user_id, created_at: ago(12), user: ada },
        { user_id: grace.user_id, created_at: ago(300), user: grace },
      ],
    ],
  ]),
  invitations: new Map([
    invited('open'),
    invited('ask', { join_approval: true }),
    invited('asked', { join_approval: true, requested: true }),
    invited('joined', { joined: true }),
  ]),
};

/** The same town under other circumstances; the fixture page takes one by name. */
const withProviders = {
  me: { ...self, has_password: false },
  providers: [
    { provider: 'google', name: 'Google' },
    { provider: 'github', name: 'GitHub' },
  ],
  links: [
    {
      provider: 'google',
      name: 'Google',
      label: 'an.nguyen@example.org',
      created_at: '2026-01-01T00:00:00.000Z',
    },
  ],
};

export const worlds: Readonly<Record<string, World>> = {
  sample: sampleWorld,
  guest: { ...sampleWorld, me: null },
  providers: { ...sampleWorld, ...withProviders },
  'guest-providers': { ...sampleWorld, ...withProviders, me: null },
  /** A guest whose account asks for a code, and takes none. */
  'two-step': {
    ...sampleWorld,
    me: null,
    refuse: {
      login: ({ otp }) =>
        Promise.reject(
          new ProblemError({
            code: otp === undefined ? 'otp_required' : 'invalid_credentials',
            detail: '',
            retryable: false,
          }),
        ),
    },
  },
  fresh: { me: self, users },
  loading: { me: self, users, roomsStatus: 'loading' },
  failed: { me: self, users, roomsStatus: 'failed' },
  offline: {
    ...sampleWorld,
    connection: { status: 'offline', attempt: 3, retryAt: Date.now() + 9000 },
  },
  unreachable: { me: self, refuse: { restore: () => Promise.reject(new Error('unreachable')) } },
  searching: { ...sampleWorld, search: 'pending' },
  'search-failed': { ...sampleWorld, search: 'failed' },
  starting: { me: self, refuse: { restore: () => new Promise(() => undefined) } },
};
