package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.message.Receipts.Receipt;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.RoomSignal;
import tingting.protocol.UserEvent;
import tingting.room.Member;
import tingting.testing.TestChat;

/// How far messages have come, and who is told of it.
class ReceiptsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_message_knows_whom_it_has_reached_and_who_has_read_it() {
        UUID room = chat.group(an, binh, chi);
        UUID first = chat.say(an, room, "first").messageId();
        UUID second = chat.say(an, room, "second").messageId();
        chat.unreads.read(binh, room, 1);
        chat.unreads.delivered(binh, room, 2);

        assertThat(chat.receipts.of(an, first))
                .containsExactlyInAnyOrder(receipt(binh, true, true), receipt(chi, false, false));
        chat.unreads.writeMarks();
        assertThat(chat.receipts.of(chi, second))
                .containsExactlyInAnyOrder(receipt(binh, true, false), receipt(chi, false, false));
    }

    @Test
    void who_joined_later_is_no_recipient_and_who_may_not_see_a_message_is_told_nothing() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "before").messageId();
        chat.hideHistory(an, room);
        chat.rooms.addMembers(an, room, Set.of(chi.userId())).join();

        assertThat(chat.receipts.of(binh, message)).extracting(Receipt::userId).containsExactly(binh.userId());
        assertRefused(() -> chat.receipts.of(chi, message), ErrorCode.NOT_FOUND);
        assertRefused(() -> chat.receipts.of(chat.people.add("dung"), message), ErrorCode.NOT_FOUND);
        assertRefused(() -> chat.receipts.of(an, chat.ids.next()), ErrorCode.NOT_FOUND);
    }

    @Test
    void who_switched_read_receipts_off_tells_nobody_and_is_told_of_nobody() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(an, room, "read by both").messageId();
        chat.unreads.read(binh, room, 1);
        chat.unreads.read(chi, room, 1);
        setReadReceipts(chi, false);

        assertThat(chat.receipts.of(an, message))
                .containsExactlyInAnyOrder(receipt(binh, true, true), receipt(chi, true, false));
        assertThat(chat.receipts.of(chi, message))
                .containsExactlyInAnyOrder(receipt(binh, true, false), receipt(chi, true, false));
        assertThat(readSeqs(an, room)).containsExactlyInAnyOrder(1L, 1L, 0L);
        chat.unreads.writeMarks();
        assertThat(readSeqs(chi, room)).containsExactlyInAnyOrder(0L, 0L, 1L);

        setReadReceipts(chi, true);
        assertThat(readSeqs(chi, room)).containsExactlyInAnyOrder(1L, 1L, 1L);
    }

    @Test
    void a_live_read_is_withheld_from_who_switched_it_off_and_theirs_is_not_told() {
        UUID room = chat.group(an, binh, chi);
        chat.say(an, room, "one");
        setReadReceipts(chi, false);

        chat.unreads.read(binh, room, 1);
        chat.unreads.read(chi, room, 1);
        chat.unreads.delivered(chi, room, 1);

        assertThat(signals(RoomSignal.Read.class))
                .containsExactly(
                        new RoomSignal(room, new RoomSignal.Read(room, binh.userId(), 1), Set.of(chi.userId())));
    }

    @Test
    void marks_never_go_back_nor_past_the_newest_message_and_are_told_once() {
        UUID room = chat.group(an, binh);
        for (int i = 0; i < 3; i++) {
            chat.say(an, room, "m" + i);
        }
        for (long seq : new long[] {2, 1, 2, 99, 3, 0}) {
            chat.unreads.delivered(binh, room, seq);
        }
        chat.unreads.writeMarks();
        chat.unreads.delivered(binh, room, 3);
        for (long seq : new long[] {1, 1, 99, 2}) {
            chat.unreads.read(binh, room, seq);
        }
        chat.unreads.delivered(binh, room, 3);
        chat.unreads.writeMarks();

        assertThat(signals(RoomSignal.Delivered.class))
                .extracting(ReceiptsTest::seq)
                .containsExactly(2L, 3L);
        assertThat(signals(RoomSignal.Read.class)).extracting(ReceiptsTest::seq).containsExactly(1L, 3L);
        assertThat(readSeqs(an, room)).containsOnly(3L);
    }

    @Test
    void two_devices_that_read_at_once_tell_it_once() throws Exception {
        UUID room = chat.group(an, binh);
        for (int i = 0; i < 20; i++) {
            chat.say(an, room, "m" + i);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> reads = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long seq = 1 + i / 2;
                reads.add(threads.submit(() -> chat.unreads.read(binh, room, seq)));
            }
            for (Future<Long> read : reads) {
                assertThat(read.get()).isBetween(0L, 19L);
            }
        }
        assertThat(chat.unreads.read(binh, room, 0)).isZero();
        assertThat(signals(RoomSignal.Read.class))
                .extracting(ReceiptsTest::seq)
                .doesNotHaveDuplicates()
                .contains(20L);
    }

    @Test
    void ones_own_message_is_read_and_a_room_that_one_left_is_not_there() {
        UUID room = chat.group(an, binh);
        chat.say(an, room, "own");
        assertThat(chat.unreads.read(an, room, 1)).isZero();
        assertThat(signals(RoomSignal.Read.class)).isEmpty();

        chat.rooms.leave(binh, room).join();
        assertRefused(() -> chat.unreads.read(binh, room, 1), ErrorCode.NOT_FOUND);
        assertRefused(() -> chat.unreads.delivered(binh, room, 1), ErrorCode.NOT_FOUND);
    }

    @Test
    void in_a_room_of_twenty_one_receipts_wait_for_the_beat_and_only_the_furthest_is_told() {
        UUID room = chat.group(an, people(20));
        for (int i = 0; i < 5; i++) {
            chat.say(an, room, "m" + i);
        }
        Caller reader = member(room);
        chat.unreads.read(reader, room, 1);
        chat.unreads.read(reader, room, 4);
        chat.unreads.read(reader, room, 2);
        assertThat(signals(RoomSignal.Read.class)).isEmpty();

        chat.unreads.tellReceipts();
        chat.unreads.tellReceipts();

        assertThat(signals(RoomSignal.Read.class)).extracting(ReceiptsTest::seq).containsExactly(4L);
    }

    @Test
    void a_room_that_grows_is_told_as_its_size_asks_for() {
        UUID room = chat.group(an, people(19));
        chat.say(an, room, "one");
        chat.unreads.read(member(room), room, 1);
        assertThat(signals(RoomSignal.Read.class)).hasSize(1);

        chat.rooms.addMembers(an, room, ids(people(81))).join();
        chat.say(an, room, "two");
        chat.unreads.read(member(room), room, 2);
        chat.unreads.tellReceipts();
        assertThat(signals(RoomSignal.Read.class)).hasSize(1);
    }

    @Test
    void typing_and_receipts_do_not_pass_a_block() {
        UUID room = chat.direct(an, binh);
        UUID group = chat.group(an, binh);
        chat.say(an, room, "hello");
        chat.signals.typing(an, room, true).join();
        assertThat(signals(RoomSignal.Typing.class))
                .containsExactly(
                        new RoomSignal(room, new RoomSignal.Typing(room, an.userId(), true), Set.of(an.userId())));

        chat.people.block(binh, an);
        chat.signals.typing(an, room, true).join();
        chat.signals.typing(binh, room, true).join();
        chat.unreads.read(binh, room, 1);
        assertThat(signals(RoomSignal.Typing.class)).hasSize(1);
        assertThat(signals(RoomSignal.Read.class)).isEmpty();

        chat.signals.typing(an, group, true).join();
        assertThat(signals(RoomSignal.Typing.class)).hasSize(2);
    }

    @Test
    void an_unread_message_that_mentions_one_is_told_of_until_it_is_read() {
        UUID room = chat.group(an, binh, chi);
        chat.say(an, room, "look", binh);
        chat.say(an, room, "and more");

        assertThat(chat.inbox.get(binh, room).mentioned()).isTrue();
        assertThat(chat.inbox.get(chi, room).mentioned()).isFalse();
        assertThat(chat.unreads.standing(binh.userId()).rooms())
                .extracting(RoomPosition::mentioned)
                .containsExactly(true);

        chat.unreads.read(binh, room, 1);
        assertThat(chat.inbox.get(binh, room).mentioned()).isFalse();
        assertThat(chat.told(binh)).last().isEqualTo(new UserEvent.Unread(room, 1, 1, 1, false));
    }

    @Test
    void a_mention_of_everybody_counts_for_everybody_but_its_sender() {
        UUID room = chat.group(an, binh);
        Draft text = chat.text(room, "all of you");
        Draft toAll = new Draft(
                room, text.clientMsgId(), MessageKind.TEXT, "all of you", null, null, List.of(), true, null, List.of());
        chat.messages.send(an, toAll).join();

        assertThat(chat.inbox.get(binh, room).mentioned()).isTrue();
        assertThat(chat.inbox.get(an, room).mentioned()).isFalse();
    }

    // ---- what the tests are made of

    private void setReadReceipts(Caller person, boolean on) {
        chat.database.run(
                handle -> handle.createUpdate("UPDATE tb_users SET settings = :settings WHERE user_id = :user")
                        .bind("settings", "{\"theme\":\"dark\",\"read_receipts\":" + on + "}")
                        .bind("user", person.userId())
                        .execute());
        chat.bus.publish(new UserEvent(
                person.userId(), new UserEvent.ProfileUpdated(person.userId(), "name", "Name", null, "", "", false)));
    }

    private List<Long> readSeqs(Caller reader, UUID room) {
        return chat.receipts.seenBy(reader, room, chat.rooms.members(reader, room)).stream()
                .map(Member::readSeq)
                .toList();
    }

    private List<RoomSignal> signals(Class<? extends RoomSignal.Body> type) {
        return chat.signals().stream()
                .filter(signal -> type.isInstance(signal.body()))
                .toList();
    }

    private static long seq(RoomSignal signal) {
        return switch (signal.body()) {
            case RoomSignal.Read read -> read.seq();
            case RoomSignal.Delivered delivered -> delivered.seq();
            case RoomSignal.Typing _ -> throw new AssertionError("typing has no seq");
        };
    }

    private int named;

    private Caller[] people(int count) {
        Caller[] people = new Caller[count];
        for (int i = 0; i < count; i++) {
            people[i] = chat.people.add("person" + named++);
        }
        return people;
    }

    private static Set<UUID> ids(Caller... people) {
        return java.util.Arrays.stream(people).map(Caller::userId).collect(java.util.stream.Collectors.toSet());
    }

    /// Somebody in the room who is not its owner.
    private Caller member(UUID room) {
        UUID userId = chat.rooms.members(an, room).get(1).userId();
        return new Caller(userId, chat.ids.next());
    }

    private static Receipt receipt(Caller person, boolean delivered, boolean read) {
        return new Receipt(person.userId(), delivered, read);
    }
}
