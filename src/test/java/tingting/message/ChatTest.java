package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.account.ReadReceipts;
import tingting.cluster.LocalBus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Event;
import tingting.protocol.Ids;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.room.Journal;
import tingting.room.Role;
import tingting.room.RoomDraft;
import tingting.room.RoomKind;
import tingting.room.RoomPatch;
import tingting.room.Rooms;
import tingting.sticker.Stickers;
import tingting.testing.People;
import tingting.testing.TestDatabase;

/// Rooms and messages by their verbs, on a real database, without a gateway.
class ChatTest {
    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.database();
    private final LocalBus bus = new LocalBus();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Ids ids = new Ids(new SecureRandom());
    private final Journal journal = new Journal(database, bus, InstantSource.system());
    private final Rooms rooms = new Rooms(database, journal, ids);
    private final Messages messages = new Messages(database, journal, new Stickers(), ids, 10_000);
    private final Unreads unreads = new Unreads(database, bus, new Signals(database, bus, new ReadReceipts(database)));
    private final Inbox inbox = new Inbox(database, journal, unreads);
    private final Changes changes = new Changes(database);
    private final People people = new People(database);
    private final Caller an = people.add("an");
    private final Caller binh = people.add("binh");
    private final Caller chi = people.add("chi");

    ChatTest() {
        bus.subscribe(events::add);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void two_hundred_concurrent_messages_are_numbered_without_a_gap() throws Exception {
        UUID room = group(an, binh, chi);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SendReceipt>> sends = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Caller by = List.of(an, binh, chi).get(i % 3);
                String text = "message " + i;
                sends.add(
                        threads.submit(() -> messages.send(by, text(room, text)).join()));
            }
            for (Future<SendReceipt> send : sends) {
                send.get();
            }
        }
        long[] expected = LongStream.rangeClosed(1, 200).toArray();
        assertThat(numbers(room)).containsExactly(expected);
        assertThat(changes.after(room, 0, 500).stream().mapToLong(RoomEvent::rev))
                .containsExactly(box(expected));
        assertThat(messages.after(binh, room, 0, 200).stream().mapToLong(Message::seq))
                .containsExactly(box(expected));
    }

    @Test
    void a_message_sent_again_gives_the_first_answer_and_leaves_one_copy() {
        UUID room = group(an, binh);
        Draft draft = text(room, "once");

        SendReceipt first = messages.send(an, draft).join();
        SendReceipt again = messages.send(an, draft).join();

        assertThat(first.duplicate()).isFalse();
        assertThat(again).isEqualTo(first.again());
        assertThat(numbers(room)).containsExactly(1);
    }

    @Test
    void the_same_message_twice_in_one_batch_leaves_one_copy() {
        UUID room = group(an, binh);
        Draft draft = text(room, "once");
        List<CompletableFuture<SendReceipt>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(messages.send(an, draft));
        }
        assertThat(answers).extracting(answer -> answer.join().seq()).containsOnly(1L);
        assertThat(answers).filteredOn(answer -> !answer.join().duplicate()).hasSize(1);
        assertThat(numbers(room)).containsExactly(1);
    }

    @Test
    void the_same_id_with_another_body_is_a_conflict() {
        UUID room = group(an, binh);
        Draft draft = text(room, "one");
        messages.send(an, draft).join();

        Draft other = new Draft(room, draft.clientMsgId(), MessageKind.TEXT, "two", null, null, List.of());

        assertRefused(messages.send(an, other), ErrorCode.CONFLICT);
    }

    @Test
    void an_outsider_and_an_unknown_room_are_told_the_same() {
        UUID room = group(an, binh);
        Problem outsider = refusal(messages.send(chi, text(room, "let me in")));
        Problem unknown = refusal(messages.send(chi, text(ids.next(), "anybody?")));

        assertThat(outsider.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(outsider.detail()).isEqualTo(unknown.detail());
        assertThatThrownBy(() -> messages.recent(chi, room, 0, 50)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> rooms.members(chi, room)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> inbox.get(chi, room)).isInstanceOf(Problem.class);
    }

    @Test
    void who_was_removed_writes_nothing_after_it() {
        UUID room = group(an, binh);
        CompletableFuture<Long> removal = rooms.removeMember(an, room, binh.userId());
        CompletableFuture<SendReceipt> late = messages.send(binh, text(room, "still here"));

        removal.join();
        assertRefused(late, ErrorCode.NOT_FOUND);
        assertThat(numbers(room)).isEmpty();
    }

    @Test
    void a_direct_room_is_one_for_both_whoever_asks_first() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<UUID>> opened = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                boolean first = i % 2 == 0;
                opened.add(threads.submit(() -> first
                        ? rooms.openDirect(an, binh.userId()).join().roomId()
                        : rooms.openDirect(binh, an.userId()).join().roomId()));
            }
            Set<UUID> found = new java.util.HashSet<>();
            for (Future<UUID> one : opened) {
                found.add(one.get());
            }
            assertThat(found).hasSize(1);
        }
    }

    @Test
    void a_blocked_person_cannot_write_and_the_blocker_neither() {
        UUID room = rooms.openDirect(an, binh.userId()).join().roomId();
        people.block(an, binh);

        assertRefused(messages.send(binh, text(room, "hello")), ErrorCode.BLOCKED);
        assertRefused(messages.send(an, text(room, "hello")), ErrorCode.BLOCKED);
    }

    @Test
    void a_direct_room_that_one_left_comes_back_with_its_next_message() {
        UUID room = rooms.openDirect(an, binh.userId()).join().roomId();
        messages.send(an, text(room, "xin chào")).join();
        assertThat(inbox.list(an)).extracting(Conversation::roomId).containsExactly(room);
        assertThat(inbox.list(binh)).extracting(Conversation::roomId).containsExactly(room);

        rooms.leave(binh, room).join();
        assertThat(inbox.list(binh)).isEmpty();

        messages.send(an, text(room, "are you there?")).join();
        assertThat(inbox.list(binh)).extracting(Conversation::unread).containsExactly(2L);
    }

    @Test
    void a_change_of_ones_own_view_of_a_room_is_noticed_by_ones_other_devices() {
        UUID room = group(an, binh);
        long ofAn = unreads.standing(an.userId()).userRev();
        long ofBinh = unreads.standing(binh.userId()).userRev();
        inbox.patch(an, room, new Inbox.Patch(null, true, null)).join();
        assertThat(unreads.standing(an.userId()).userRev()).isGreaterThan(ofAn);
        assertThat(unreads.standing(binh.userId()).userRev()).isEqualTo(ofBinh);
    }

    @Test
    void own_messages_are_never_unread_and_reading_never_goes_back() {
        UUID room = group(an, binh);
        for (int i = 0; i < 5; i++) {
            messages.send(an, text(room, "from an " + i)).join();
        }
        assertThat(inbox.get(an, room).unread()).isZero();
        assertThat(inbox.get(binh, room).unread()).isEqualTo(5);

        assertThat(unreads.read(binh, room, 3)).isEqualTo(2);
        assertThat(unreads.read(binh, room, 1)).isEqualTo(2);
        assertThat(unreads.read(binh, room, 999)).isZero();
        unreads.writeMarks();
        assertThat(inbox.get(binh, room).readSeq()).isEqualTo(5);

        messages.send(binh, text(room, "answer")).join();
        assertThat(inbox.get(binh, room).unread()).isZero();
        assertThat(inbox.get(an, room).unread()).isEqualTo(1);
    }

    @Test
    void marks_count_before_they_are_written_and_survive_the_writing() {
        UUID room = group(an, binh);
        for (int i = 0; i < 4; i++) {
            messages.send(an, text(room, "n " + i)).join();
        }
        unreads.read(binh, room, 2);
        long before = inbox.get(binh, room).unread();
        unreads.writeMarks();
        assertThat(inbox.get(binh, room).unread()).isEqualTo(before).isEqualTo(2);
    }

    @Test
    void the_last_owner_hands_the_group_on_when_leaving() {
        UUID room = group(an, binh, chi);
        rooms.changeRole(an, room, chi.userId(), Role.ADMIN).join();

        rooms.leave(an, room).join();

        assertThat(inbox.get(chi, room).role()).isEqualTo("owner");
        assertThat(inbox.get(binh, room).role()).isEqualTo("member");
        rooms.leave(chi, room).join();
        assertThat(inbox.get(binh, room).role()).isEqualTo("owner");
    }

    @Test
    void two_owners_who_leave_at_once_leave_an_owner_behind() {
        UUID room = group(an, binh, chi);
        rooms.changeRole(an, room, binh.userId(), Role.OWNER).join();

        CompletableFuture<Long> one = rooms.leave(an, room);
        CompletableFuture<Long> other = rooms.leave(binh, room);
        one.join();
        other.join();

        assertThat(inbox.get(chi, room).role()).isEqualTo("owner");
    }

    @Test
    void a_member_may_not_remove_rename_or_promote() {
        UUID room = group(an, binh, chi);
        assertRefused(rooms.removeMember(binh, room, chi.userId()), ErrorCode.FORBIDDEN);
        assertRefused(rooms.update(binh, room, named("mine")), ErrorCode.FORBIDDEN);
        assertRefused(rooms.changeRole(binh, room, binh.userId(), Role.OWNER), ErrorCode.FORBIDDEN);
        assertRefused(rooms.delete(binh, room), ErrorCode.FORBIDDEN);
    }

    @Test
    void an_update_that_changes_nothing_takes_no_number() {
        UUID room = group(an, binh);
        long renamed = rooms.update(an, room, named("new name")).join();
        long again = rooms.update(an, room, named("new name")).join();

        assertThat(renamed).isEqualTo(1);
        assertThat(again).isEqualTo(1);
        assertThat(inbox.get(binh, room).name()).isEqualTo("new name");
    }

    @Test
    void a_new_member_of_a_since_join_group_sees_nothing_older() {
        UUID room = group(an, binh);
        messages.send(an, text(room, "old")).join();
        rooms.update(an, room, historyOf("since_join")).join();
        rooms.addMembers(an, room, Set.of(chi.userId())).join();
        messages.send(an, text(room, "new")).join();

        assertThat(messages.recent(chi, room, 0, 50))
                .extracting(Message::content)
                .containsExactly("new");
        assertThat(inbox.get(chi, room).unread()).isEqualTo(1);
        assertThat(changes.after(chi, room, 0, 50))
                .extracting(event -> event.body().type())
                .containsExactly("member_joined", "new_message");
    }

    @Test
    void a_reply_shows_an_excerpt_and_may_not_reach_into_another_room() {
        UUID room = group(an, binh);
        UUID other = group(an, chi);
        SendReceipt first = messages.send(an, text(room, "a  long\nstory " + "x".repeat(300)))
                .join();

        Draft reply = new Draft(room, ids.next(), MessageKind.TEXT, "yes", null, first.messageId(), List.of());
        messages.send(binh, reply).join();

        Message.Excerpt excerpt = messages.recent(an, room, 0, 1).getFirst().replyTo();
        assertThat(excerpt).isNotNull();
        assertThat(excerpt.excerpt())
                .startsWith("a long story xxx")
                .hasSize(141)
                .endsWith("…");
        assertRefused(
                messages.send(
                        chi, new Draft(other, ids.next(), MessageKind.TEXT, "?", null, first.messageId(), List.of())),
                ErrorCode.NOT_FOUND);
    }

    @Test
    void history_pages_by_number_around_a_message_and_by_offset() {
        UUID room = group(an, binh);
        for (int i = 1; i <= 30; i++) {
            messages.send(an, text(room, "m" + i)).join();
        }
        assertThat(messages.before(binh, room, 11, 3)).extracting(Message::seq).containsExactly(10L, 9L, 8L);
        assertThat(messages.after(binh, room, 11, 3)).extracting(Message::seq).containsExactly(12L, 13L, 14L);
        assertThat(messages.around(binh, room, 10, 5)).extracting(Message::seq).containsExactly(8L, 9L, 10L, 11L, 12L);
        assertThat(messages.recent(binh, room, 2, 2)).extracting(Message::seq).containsExactly(28L, 27L);
    }

    @Test
    void a_bad_draft_is_refused_with_its_field() {
        UUID room = group(an, binh);
        assertThatThrownBy(() -> messages.send(an, text(room, "   "))).hasMessageContaining("content");
        assertThatThrownBy(() -> messages.send(an, text(room, "x".repeat(10_001))))
                .hasMessageContaining("content");
        assertThatThrownBy(() -> messages.send(an, text(room, "a\u0000b"))).hasMessageContaining("content");
        assertThatThrownBy(() -> messages.send(an, text(room, "\ud800"))).hasMessageContaining("content");
        assertThat(messages.send(an, text(room, "😀".repeat(10_000))).join().seq())
                .isEqualTo(1);
    }

    @Test
    void a_deleted_group_is_gone_for_everybody() {
        UUID room = group(an, binh);
        rooms.delete(an, room).join();

        assertThat(inbox.list(binh)).isEmpty();
        assertRefused(messages.send(an, text(room, "?")), ErrorCode.NOT_FOUND);
    }

    @Test
    void events_are_told_in_the_order_of_their_revs() {
        UUID room = group(an, binh);
        List<CompletableFuture<SendReceipt>> sends = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sends.add(messages.send(an, text(room, "m" + i)));
        }
        sends.forEach(CompletableFuture::join);
        org.awaitility.Awaitility.await().until(() -> revs(room).size() == 301);
        assertThat(revs(room)).isSorted().doesNotHaveDuplicates();
    }

    private List<Long> revs(UUID room) {
        return events.stream()
                .filter(RoomEvent.class::isInstance)
                .map(RoomEvent.class::cast)
                .filter(event -> event.roomId().equals(room))
                .map(RoomEvent::rev)
                .toList();
    }

    private UUID group(Caller owner, Caller... others) {
        Set<UUID> members =
                java.util.Arrays.stream(others).map(Caller::userId).collect(java.util.stream.Collectors.toSet());
        return rooms.create(owner, new RoomDraft(RoomKind.GROUP, "group", null, null, members))
                .join();
    }

    private Draft text(UUID room, String content) {
        return new Draft(room, ids.next(), MessageKind.TEXT, content, null, null, List.of());
    }

    private long[] numbers(UUID room) {
        return database
                .read(handle -> handle.createQuery("SELECT seq FROM tb_messages WHERE room_id = :room ORDER BY rev")
                        .bind("room", room)
                        .mapTo(Long.class)
                        .list())
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static Long[] box(long[] numbers) {
        return LongStream.of(numbers).boxed().toArray(Long[]::new);
    }

    private static Problem refusal(CompletableFuture<?> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                return problem;
            }
            throw e;
        }
        throw new AssertionError("It was not refused");
    }

    private static void assertRefused(CompletableFuture<?> answer, ErrorCode code) {
        assertThat(refusal(answer).code()).isEqualTo(code);
    }

    private static RoomPatch named(String name) {
        return new RoomPatch(name, null, null, null, null, null, null);
    }

    private static RoomPatch historyOf(String history) {
        return new RoomPatch(null, null, null, history, null, null, null);
    }
}
