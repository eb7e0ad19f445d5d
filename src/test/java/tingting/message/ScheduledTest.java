package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tingting.testing.TestChat.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;
import tingting.room.RoomPatch;
import tingting.testing.TestChat;
import tingting.testing.TestDatabase;

/// Messages that wait for their time. The clock stands still but where a test moves it.
class ScheduledTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestChat chat = new TestChat();
    private final Scheduled scheduled = new Scheduled(chat.database, chat.messages, chat.bus, chat.clock, chat.ids);
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final UUID room = chat.group(an, binh);

    @AfterEach
    void close() {
        scheduled.close();
        chat.close();
    }

    @Test
    void a_scheduled_message_is_sent_at_its_time_and_its_text_waits_nowhere_any_more() {
        Draft draft = chat.text(room, "good morning");
        ScheduledMessage waiting = add(an, draft);
        chat.clock.advance(HOUR.minusMillis(1));
        scheduled.sendDue();
        assertThat(chat.messages.recent(binh, room, 0, 10)).isEmpty();

        chat.clock.advance(Duration.ofMillis(1));
        scheduled.sendDue();

        assertThat(chat.messages.recent(binh, room, 0, 10)).singleElement().satisfies(message -> {
            assertThat(message.content()).isEqualTo("good morning");
            assertThat(message.clientMsgId()).isEqualTo(draft.clientMsgId());
        });
        assertThat(scheduled.list(an, room)).isEmpty();
        assertThat(chat.told(an)).endsWith(new UserEvent.Scheduled(room, waiting.scheduledId(), null));
        assertThat(chat.told(binh)).noneMatch(UserEvent.Scheduled.class::isInstance);
    }

    @Test
    void two_nodes_and_a_crash_after_the_sending_leave_one_copy() {
        Draft draft = chat.text(room, "once");
        add(an, draft);
        chat.clock.advance(HOUR);
        chat.messages.sendLater(an, draft).join();
        try (Scheduled otherNode = new Scheduled(chat.database, chat.messages, chat.bus, chat.clock, chat.ids)) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(otherNode::sendDue);
            scheduled.sendDue();
            other.join();
        }

        assertThat(chat.messages.recent(binh, room, 0, 10)).hasSize(1);
        assertThat(scheduled.list(an, room)).isEmpty();
    }

    @Test
    void a_message_that_goes_by_itself_leaves_unread_what_its_sender_has_not_read() {
        add(an, chat.text(room, "as planned"));
        chat.say(binh, room, "are you there?");
        chat.say(binh, room, "hello?");
        chat.clock.advance(HOUR);
        scheduled.sendDue();

        assertThat(chat.inbox.get(an, room).unread()).isEqualTo(2);
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(1);

        chat.unreads.read(an, room, 1);
        assertThat(chat.inbox.get(an, room).unread()).isEqualTo(1);
        chat.say(an, room, "here I am");
        assertThat(chat.inbox.get(an, room).unread()).isZero();
    }

    @Test
    void a_mark_that_is_not_written_yet_does_not_count_an_own_message() {
        chat.say(binh, room, "read this");
        chat.unreads.read(an, room, 1);
        add(an, chat.text(room, "as planned"));
        chat.clock.advance(HOUR);
        scheduled.sendDue();

        assertThat(chat.inbox.get(an, room).unread()).isZero();
        chat.unreads.writeMarks();
        assertThat(chat.inbox.get(an, room).unread()).isZero();
    }

    @Test
    void the_same_again_is_answered_with_what_waits_and_another_body_is_a_conflict() {
        Draft draft = chat.text(room, "later");
        Instant time = chat.clock.instant().plus(HOUR);
        Scheduled.Added first = scheduled.add(an, draft, time);
        Scheduled.Added again = scheduled.add(an, draft, time);

        assertThat(first.created()).isTrue();
        assertThat(again).isEqualTo(new Scheduled.Added(first.message(), false));
        assertRefused(() -> scheduled.add(an, draft.saying("never"), time), ErrorCode.CONFLICT);
        assertRefused(() -> scheduled.add(an, draft, time.plus(HOUR)), ErrorCode.CONFLICT);
    }

    @Test
    void a_message_that_waits_can_be_changed_moved_and_given_up() {
        ScheduledMessage waiting = add(an, chat.text(room, "draft"));
        scheduled.update(an, waiting.scheduledId(), null, "better words");
        scheduled.update(an, waiting.scheduledId(), waiting.sendAt().plus(HOUR), null);
        chat.clock.advance(HOUR);
        scheduled.sendDue();
        assertThat(scheduled.list(an, room)).singleElement().satisfies(message -> {
            assertThat(message.draft().content()).isEqualTo("better words");
            assertThat(message.sendAt()).isEqualTo(chat.clock.instant().plus(HOUR));
        });

        scheduled.delete(an, waiting.scheduledId());
        assertThat(scheduled.list(an, room)).isEmpty();
        assertRefused(() -> scheduled.delete(an, waiting.scheduledId()), ErrorCode.NOT_FOUND);
    }

    @Test
    void what_is_due_can_neither_be_changed_nor_given_up() {
        ScheduledMessage waiting = add(an, chat.text(room, "on its way"));
        chat.clock.advance(HOUR);
        assertRefused(() -> scheduled.update(an, waiting.scheduledId(), null, "too late"), ErrorCode.CONFLICT);
        assertRefused(() -> scheduled.delete(an, waiting.scheduledId()), ErrorCode.CONFLICT);
    }

    @Test
    void who_asks_in_time_but_is_heard_when_it_is_due_is_told_that_it_goes() throws Exception {
        ScheduledMessage waiting = add(an, chat.text(room, "on its way"));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Boolean> holding = CompletableFuture.supplyAsync(() -> chat.database.write(handle -> {
            handle.execute("UPDATE tb_scheduled SET send_at = send_at");
            held.countDown();
            return go.await(30, TimeUnit.SECONDS);
        }));
        held.await();
        AtomicReference<@Nullable Throwable> answer = new AtomicReference<>();
        Thread late = Thread.ofPlatform().start(() -> {
            try {
                scheduled.delete(an, waiting.scheduledId());
            } catch (Problem refusal) {
                answer.set(refusal);
            }
        });
        await().until(() -> isHeldUp(late));
        chat.clock.advance(HOUR);
        go.countDown();
        assertThat(holding.join()).isTrue();
        late.join();

        assertThat(answer.get())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
        scheduled.sendDue();
        assertThat(chat.messages.recent(binh, room, 0, 10)).hasSize(1);
    }

    @Test
    void a_refused_message_stays_says_why_and_goes_at_a_new_time() {
        UUID direct = chat.direct(an, binh);
        ScheduledMessage waiting = add(an, chat.text(direct, "hello"));
        chat.people.block(binh, an);
        chat.clock.advance(HOUR);
        scheduled.sendDue();

        assertThat(scheduled.list(an, direct))
                .extracting(ScheduledMessage::problem)
                .containsExactly("blocked");
        assertThat(chat.told(an)).endsWith(new UserEvent.Scheduled(direct, waiting.scheduledId(), "blocked"));

        chat.people.unblock(binh, an);
        scheduled.sendDue();
        assertThat(chat.messages.recent(binh, direct, 0, 10)).isEmpty();
        ScheduledMessage again =
                scheduled.update(an, waiting.scheduledId(), chat.clock.instant().plus(HOUR), null);
        assertThat(again.problem()).isNull();
        chat.clock.advance(HOUR);
        scheduled.sendDue();
        assertThat(chat.messages.recent(binh, direct, 0, 10)).hasSize(1);
    }

    @Test
    void in_slow_mode_messages_of_one_time_go_one_after_the_other() {
        chat.rooms
                .update(an, room, new RoomPatch(null, null, null, null, 60, null, null))
                .join();
        add(binh, chat.text(room, "one"));
        add(binh, chat.text(room, "two"));
        chat.clock.advance(HOUR);
        scheduled.sendDue();

        assertThat(chat.messages.recent(an, room, 0, 10))
                .extracting(Message::content)
                .containsExactly("one");
        assertThat(scheduled.list(binh, room)).singleElement().satisfies(message -> {
            assertThat(message.problem()).isNull();
            assertThat(message.sendAt()).isEqualTo(chat.clock.instant().plusSeconds(60));
        });
        chat.clock.advance(Duration.ofSeconds(60));
        scheduled.sendDue();
        assertThat(chat.messages.recent(an, room, 0, 10))
                .extracting(Message::content)
                .containsExactly("two", "one");
    }

    @Test
    void who_leaves_sends_nothing_afterwards() {
        add(binh, chat.text(room, "after my time"));
        chat.rooms.leave(binh, room).join();
        chat.clock.advance(HOUR);
        scheduled.sendDue();

        assertThat(chat.messages.recent(an, room, 0, 10)).isEmpty();
        assertRefused(() -> scheduled.list(binh, room), ErrorCode.NOT_FOUND);
    }

    @Test
    void times_that_are_past_or_too_far_and_too_many_messages_are_refused() {
        Instant now = chat.clock.instant();
        Draft draft = chat.text(room, "when?");
        assertRefused(() -> scheduled.add(an, draft, now), ErrorCode.INVALID_REQUEST);
        assertRefused(() -> scheduled.add(an, draft, now.plus(Duration.ofDays(366))), ErrorCode.INVALID_REQUEST);
        assertRefused(() -> scheduled.add(an, chat.text(room, " "), now.plus(HOUR)), ErrorCode.INVALID_REQUEST);
        for (int i = 0; i < Scheduled.MOST; i++) {
            add(an, chat.text(room, "number " + i));
        }
        assertRefused(() -> add(an, chat.text(room, "one too many")), ErrorCode.INVALID_REQUEST);
        assertThat(add(binh, chat.text(room, "my first"))).isNotNull();
    }

    @Test
    void ones_scheduled_messages_are_nobody_elses() {
        ScheduledMessage waiting = add(an, chat.text(room, "secret plan"));
        Caller chi = chat.people.add("chi");

        assertThat(scheduled.list(binh, room)).isEmpty();
        assertRefused(() -> scheduled.delete(binh, waiting.scheduledId()), ErrorCode.NOT_FOUND);
        assertRefused(() -> scheduled.update(binh, waiting.scheduledId(), null, "mine"), ErrorCode.NOT_FOUND);
        assertRefused(() -> scheduled.list(chi, room), ErrorCode.NOT_FOUND);
        assertRefused(() -> add(chi, chat.text(room, "let me in")), ErrorCode.NOT_FOUND);
    }

    /// On SQLite behind the one writer, on PostgreSQL behind the lock of a row.
    private boolean isHeldUp(Thread writer) {
        return TestDatabase.POSTGRESQL
                ? chat.database.read(
                        handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
                                .mapTo(Boolean.class)
                                .one())
                : writer.getState() == Thread.State.WAITING;
    }

    private ScheduledMessage add(Caller caller, Draft draft) {
        return scheduled.add(caller, draft, chat.clock.instant().plus(HOUR)).message();
    }
}
