import type { Message, Presence, Room } from '@tingting/sdk';
import type { FakeConversation } from './FakeConversation';
import { aRoom, person } from './fakeClient';
import { an, binh, chi, message } from './messages';

interface Scene {
  readonly me: typeof an;
  readonly room: Room;
  readonly history: readonly Message[];
  readonly firstUnread: number | null;
  readonly presence: readonly Presence[];
  readonly prepare?: (conversation: FakeConversation) => void;
}

const minute = 60_000;

const sayings = [
  'Chiều nay đi cà phê không?',
  'Đi chứ. Quán cũ nhé, tầm năm giờ mình qua.',
  'Ok',
  'Mình mới đọc xong cuốn sách bạn cho mượn. Đoạn giữa hơi chậm, nhưng ba chương cuối thì hay thật sự: mọi chi tiết nhỏ từ đầu truyện đều quay lại và ăn khớp với nhau. Mai mình mang trả, tiện thể kể cho nghe chỗ mình chưa hiểu.',
  'The train leaves at 08:15, platform 4.\nBring the tickets.\nAnd something to eat.',
  'https://example.org/a/rather/long/path/that/has/to/break/somewhere?with=a&query=string',
  '👍',
  'Sounds good',
];

/** Messages of every height, one a few minutes after the other, ending now. */
function talk(count: number): Message[] {
  const end = Date.now() - 2 * minute;
  return Array.from({ length: count }, (_, i) => {
    const seq = i + 1;
    const speakers = [binh, binh, an, chi, binh, an, an] as const;
    return message({
      seq,
      user_id: speakers[i % speakers.length] ?? binh,
      content: sayings[(i * 7 + (i >> 3)) % sayings.length] ?? '',
      created_at: new Date(end - (count - i) * 4 * minute).toISOString(),
    });
  });
}

const online: Presence = { user_id: binh, status: 'online', last_seen: null };

function group(count: number, unread = 0): Scene {
  return {
    me: an,
    room: aRoom({ last_seq: count, unread, read_seq: count - unread }),
    history: talk(count),
    firstUnread: unread > 0 ? count - unread + 1 : null,
    presence: [online],
  };
}

/** Every state a message can be in, one below the other. */
function states(): Scene {
  const now = Date.now();
  const at = (minutesAgo: number) => new Date(now - minutesAgo * minute).toISOString();
  const history = [
    message({ seq: 1, content: 'Hôm qua vui quá!', created_at: at(1500) }),
    message({ seq: 2, user_id: an, content: 'Ừ, lần sau rủ thêm Chi.', created_at: at(1499) }),
    message({ seq: 3, content: 'Chiều nay đi cà phê không?', created_at: at(12) }),
    message({
      seq: 4,
      content: 'Quán này nhé: https://example.org/quan-cu, mở đến mười giờ đêm.',
      created_at: at(11),
      edited_at: at(10),
    }),
    message({ seq: 5, user_id: an, content: 'Đi chứ', created_at: at(9) }),
    message({ seq: 6, user_id: an, content: '🎉', created_at: at(9) }),
    message({ seq: 7, content: null, recalled_at: at(7), created_at: at(8) }),
    message({
      seq: 8,
      user_id: an,
      content: 'Năm giờ mình qua. Nhớ mang cuốn sách hôm trước mình cho mượn nhé.',
      created_at: at(4),
      edited_at: at(3),
    }),
    message({ seq: 9, user_id: an, content: 'Mình đợi ở cổng', created_at: at(3) }),
  ];
  return {
    me: an,
    room: aRoom({
      kind: 'direct',
      is_group: false,
      name: null,
      peer: person(binh, 'Bình'),
      last_seq: 9,
      read_seq: 9,
    }),
    history,
    firstUnread: null,
    presence: [online],
    prepare: (conversation) => {
      conversation.store.setState({ reach: { read: 6, delivered: 8 }, typing: [binh] });
      conversation.send({ content: 'Tin này đang được gửi đi' });
      conversation.refuse(conversation.send({ content: 'Tin này chưa gửi được' }), 'busy');
    },
  };
}

/** As much as a reader of many hours has loaded. */
function huge(): Scene {
  const scene = group(10_000);
  return {
    ...scene,
    prepare: (conversation) =>
      conversation.store.setState({
        status: 'ready',
        messages: scene.history,
        reachesStart: true,
        reachesEnd: true,
      }),
  };
}

export const scenes: Readonly<Record<string, () => Scene>> = {
  long: () => group(1000),
  unread: () => group(1000, 120),
  some: () => group(1000, 3),
  short: () => group(4),
  empty: () => group(0),
  huge,
  states,
};
