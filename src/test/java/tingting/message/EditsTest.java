package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.RoomEvent;
import tingting.room.Role;
import tingting.room.RoomKind;
import tingting.testing.TestChat;

class EditsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void an_edit_changes_the_text_for_everybody_and_keeps_what_it_said_before() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(binh, room, "first").messageId();
        chat.edits.edit(binh, message, "second", null).join();
        ChangeReceipt third = chat.edits.edit(binh, message, "third", null).join();

        assertThat(third).isEqualTo(new ChangeReceipt(message, 3));
        Message now = chat.messages.get(an, message);
        assertThat(now.content()).isEqualTo("third");
        assertThat(now.editedAt()).isNotNull();
        assertThat(now.seq()).isEqualTo(1);
        assertThat(chat.edits.list(an, message))
                .extracting(Edits.Former::content)
                .containsExactly("second", "first");
        assertThat(chat.edits.list(binh, message).getLast().writtenAt()).isEqualTo(now.createdAt());
        assertThat(chat.told(room, 3))
                .isEqualTo(new RoomEvent.MessageEdited(
                        message, binh.userId(), "third", List.of(), java.util.Objects.requireNonNull(now.editedAt())));
    }

    @Test
    void an_edit_that_changes_nothing_takes_no_number() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "same").messageId();
        assertThat(chat.edits.edit(an, message, "same", null).join().rev()).isEqualTo(1);
        assertThat(chat.edits.edit(an, message, "same", List.of()).join().rev()).isEqualTo(1);
        assertThat(chat.edits.list(an, message)).isEmpty();
        assertThat(chat.messages.get(an, message).editedAt()).isNull();
    }

    @Test
    void nobody_but_its_sender_edits_a_message_or_reads_what_it_said_but_moderators() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(binh, room, "mine").messageId();
        chat.edits.edit(binh, message, "still mine", null).join();
        assertRefused(() -> chat.edits.edit(an, message, "yours", null), ErrorCode.FORBIDDEN);
        assertRefused(() -> chat.edits.edit(chi, message, "yours", null), ErrorCode.FORBIDDEN);
        assertRefused(() -> chat.edits.list(chi, message), ErrorCode.FORBIDDEN);
        assertThat(chat.edits.list(an, message)).hasSize(1);
        chat.rooms.changeRole(an, room, chi.userId(), Role.ADMIN).join();
        assertThat(chat.edits.list(chi, message)).hasSize(1);
    }

    @Test
    void a_kicked_members_queued_edit_is_refused() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(binh, room, "before").messageId();
        CompletableFuture<Long> kick = chat.rooms.removeMember(an, room, binh.userId());
        CompletableFuture<ChangeReceipt> late = chat.edits.edit(binh, message, "after", null);
        kick.join();
        assertRefused(() -> late, ErrorCode.NOT_FOUND);
        assertThat(chat.messages.get(an, message).content()).isEqualTo("before");
    }

    @Test
    void an_edited_text_is_checked_as_a_new_one_is() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "fine").messageId();
        for (String bad : List.of("   ", "x".repeat(10_001), "a\u0000b", "\ud800")) {
            assertRefused(() -> chat.edits.edit(an, message, bad, null), ErrorCode.INVALID_REQUEST);
        }
        assertRefused(() -> chat.edits.edit(an, message, "@chi", List.of(chi.userId())), ErrorCode.INVALID_REQUEST);
        assertThat(chat.messages.get(an, message).content()).isEqualTo("fine");
    }

    @Test
    void a_caption_may_be_taken_away() {
        UUID room = chat.group(an, binh);
        Draft picture = new Draft(room, chat.ids.next(), MessageKind.IMAGE, "the sea", "/media/1", null, List.of());
        UUID message = chat.messages.send(an, picture).join().messageId();
        chat.edits.edit(an, message, "", null).join();
        assertThat(chat.messages.get(binh, message).content()).isEmpty();
        assertThat(chat.messages.get(binh, message).fileUrl()).isEqualTo("/media/1");
    }

    @Test
    void an_edit_may_mention_somebody_new_and_keeps_the_mentions_it_does_not_speak_of() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(an, room, "@binh", binh).messageId();
        chat.edits.edit(an, message, "@binh!", null).join();
        assertThat(chat.messages.get(an, message).mentions()).containsExactly(binh.userId());
        chat.edits.edit(an, message, "@chi", List.of(chi.userId())).join();
        assertThat(chat.messages.get(an, message).mentions()).containsExactly(chi.userId());
        assertThat(mentionedSeq(room, chi)).isEqualTo(1);
    }

    @Test
    void who_was_mentioned_and_has_left_does_not_stand_in_the_way_of_an_edit() {
        UUID room = chat.group(an, binh, chi);
        UUID message = chat.say(an, room, "@binh", binh).messageId();
        chat.rooms.leave(binh, room).join();
        chat.edits.edit(an, message, "@binh, hello", List.of(binh.userId())).join();
        assertThat(chat.messages.get(chi, message).content()).isEqualTo("@binh, hello");
    }

    @Test
    void a_block_stops_edits_in_the_direct_room() {
        UUID room = chat.direct(an, binh);
        UUID message = chat.say(an, room, "hello").messageId();
        chat.people.block(binh, an);
        assertRefused(() -> chat.edits.edit(an, message, "I will find you", null), ErrorCode.BLOCKED);
    }

    @Test
    void who_writes_in_a_channel_no_more_edits_there_no_more() {
        UUID room = chat.room(RoomKind.CHANNEL, an, binh);
        chat.rooms.changeRole(an, room, binh.userId(), Role.ADMIN).join();
        UUID message = chat.say(binh, room, "news").messageId();
        chat.rooms.changeRole(an, room, binh.userId(), Role.MEMBER).join();
        assertRefused(() -> chat.edits.edit(binh, message, "other news", null), ErrorCode.FORBIDDEN);
    }

    @Test
    void a_replayed_edit_shows_the_text_of_now() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "one").messageId();
        chat.edits.edit(an, message, "two", null).join();
        chat.edits.edit(an, message, "three", null).join();
        assertThat(chat.kept.after(binh, room, 1, 10))
                .extracting(RoomEvent::body)
                .allSatisfy(body ->
                        assertThat(((RoomEvent.MessageEdited) body).content()).isEqualTo("three"));
    }

    @Test
    void who_joined_later_sees_no_older_text_in_what_happens_to_it() {
        UUID room = chat.group(an, binh);
        UUID old = chat.say(an, room, "an old secret").messageId();
        chat.hideHistory(an, room);
        chat.rooms.addMembers(an, room, Set.of(chi.userId())).join();
        chat.edits.edit(an, old, "the old secret, told again", null).join();
        chat.messages.send(an, chat.reply(room, old, "as I said")).join();

        assertThat(chat.kept.after(chi, room, 0, 50).toString()).doesNotContain("secret");
        assertThat(chat.messages.recent(chi, room, 0, 50).toString()).doesNotContain("secret");
        assertThat(chat.inbox.list(chi).toString()).doesNotContain("secret");
        assertRefused(() -> chat.messages.get(chi, old), ErrorCode.NOT_FOUND);
        assertRefused(() -> chat.reactions.add(chi, old, "👍"), ErrorCode.NOT_FOUND);
        assertRefused(() -> chat.messages.send(chi, chat.reply(room, old, "what was it?")), ErrorCode.NOT_FOUND);
        assertThat(chat.kept.after(binh, room, 0, 50).toString()).contains("told again");
    }

    private long mentionedSeq(UUID room, Caller member) {
        return chat.number(
                "SELECT mentioned_seq FROM tb_user_room WHERE room_id = :room AND user_id = :user", room, member);
    }
}
