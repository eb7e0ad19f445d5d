package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;
import static tingting.testing.TestChat.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.room.Role;
import tingting.room.RoomPatch;
import tingting.testing.TestChat;

/// Slow mode and the life of messages, which the journal decides.
class RoomSettingsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void slow_mode_lets_a_member_write_once_in_its_pause() {
        UUID room = chat.group(an, binh);
        chat.rooms.update(an, room, slowMode(30)).join();
        chat.say(binh, room, "first");
        chat.clock.advance(Duration.ofSeconds(10));

        Problem early = refusal(chat.messages.send(binh, chat.text(room, "too early")));
        assertThat(early.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(early.retryAfter()).isEqualTo(Duration.ofSeconds(20));

        chat.clock.advance(Duration.ofSeconds(20));
        assertThat(chat.say(binh, room, "in time").seq()).isEqualTo(2);
    }

    @Test
    void slow_mode_counts_within_one_batch_and_from_before_it_was_set() {
        UUID room = chat.group(an, binh);
        chat.say(binh, room, "just now");
        CompletableFuture<Long> set = chat.rooms.update(an, room, slowMode(5));
        CompletableFuture<SendReceipt> next = chat.messages.send(binh, chat.text(room, "next"));

        set.join();
        assertRefused(next, ErrorCode.RATE_LIMITED);
    }

    @Test
    void a_message_sent_again_is_answered_before_slow_mode_is_asked() {
        UUID room = chat.group(an, binh);
        chat.rooms.update(an, room, slowMode(30)).join();
        Draft draft = chat.text(room, "once");
        SendReceipt first = chat.messages.send(binh, draft).join();

        assertThat(chat.messages.send(binh, draft).join()).isEqualTo(first.again());
    }

    @Test
    void owners_and_admins_are_free_of_slow_mode() {
        UUID room = chat.group(an, binh, chi);
        chat.rooms.changeRole(an, room, binh.userId(), Role.ADMIN).join();
        chat.rooms.update(binh, room, slowMode(21_600)).join();
        for (Caller free : List.of(an, binh)) {
            chat.say(free, room, "one");
            chat.say(free, room, "two");
        }
        chat.say(chi, room, "one");
        assertRefused(chat.messages.send(chi, chat.text(room, "two")), ErrorCode.RATE_LIMITED);
    }

    @Test
    void messages_carry_when_they_go_as_the_room_was_set_when_they_came() {
        UUID room = chat.group(an, binh);
        chat.say(an, room, "for ever");
        chat.rooms.update(an, room, life(60L)).join();
        chat.say(an, room, "a minute");
        chat.rooms.update(an, room, life(null)).join();
        chat.say(an, room, "for ever again");

        assertThat(chat.messages.after(binh, room, 0, 10))
                .extracting(Message::expiresAt)
                .containsExactly(null, chat.clock.instant().plusSeconds(60), null);
        assertThat(chat.changes(room))
                .filteredOn(change -> change.body() instanceof RoomEvent.NewMessage)
                .extracting(change ->
                        ((RoomEvent.NewMessage) change.body()).message().expiresAt())
                .containsExactly(null, chat.clock.instant().plusSeconds(60), null);
    }

    @Test
    void either_person_of_a_direct_room_sets_how_long_messages_live_and_nothing_else() {
        UUID room = chat.direct(an, binh);
        chat.rooms.update(binh, room, life(3_600L)).join();

        assertThat(chat.inbox.get(an, room).messageTtlSeconds()).isEqualTo(3_600);
        assertRefused(chat.rooms.update(an, room, slowMode(5)), ErrorCode.FORBIDDEN);
        assertRefused(
                chat.rooms.update(an, room, new RoomPatch("ours", null, null, null, null, Optional.empty(), null)),
                ErrorCode.FORBIDDEN);

        chat.people.block(binh, an);
        assertRefused(chat.rooms.update(an, room, life(null)), ErrorCode.BLOCKED);
    }

    @Test
    void settings_out_of_their_bounds_are_refused() {
        UUID room = chat.group(an, binh);
        for (RoomPatch patch : List.of(slowMode(-1), slowMode(21_601), life(4L), life(31_536_001L))) {
            assertRefused(() -> chat.rooms.update(an, room, patch).join(), ErrorCode.INVALID_REQUEST);
        }
        assertRefused(chat.rooms.update(binh, room, slowMode(5)), ErrorCode.FORBIDDEN);
        assertThat(chat.inbox.get(an, room).rev()).isZero();
    }

    @Test
    void a_role_that_changes_in_the_batch_of_a_message_leaves_the_message_read() {
        UUID room = chat.group(an, binh);
        CompletableFuture<SendReceipt> sent = chat.messages.send(binh, chat.text(room, "mine"));
        CompletableFuture<Long> promoted = chat.rooms.changeRole(an, room, binh.userId(), Role.ADMIN);
        sent.join();
        promoted.join();

        assertThat(chat.inbox.get(binh, room).unread()).isZero();
    }

    private static RoomPatch slowMode(int seconds) {
        return new RoomPatch(null, null, null, null, seconds, null, null);
    }

    private static RoomPatch life(@Nullable Long seconds) {
        return new RoomPatch(null, null, null, null, null, Optional.ofNullable(seconds), null);
    }
}
