package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.room.Role;
import tingting.room.RoomKind;
import tingting.testing.TestChat;

class MentionsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void everybody_is_called_by_owners_and_admins_alone() {
        UUID room = chat.group(an, binh, chi);
        assertRefused(() -> chat.messages.send(binh, toAll(room)), ErrorCode.FORBIDDEN);
        chat.rooms.changeRole(an, room, binh.userId(), Role.ADMIN).join();
        chat.messages.send(binh, toAll(room)).join();
        UUID second = chat.messages.send(an, toAll(room)).join().messageId();
        assertThat(mentionedAllSeq(room)).isEqualTo(2);
        assertThat(chat.messages.get(chi, second).mentionAll()).isTrue();
        UUID direct = chat.direct(an, binh);
        assertRefused(() -> chat.messages.send(an, toAll(direct)), ErrorCode.FORBIDDEN);
        UUID channel = chat.room(RoomKind.CHANNEL, an, binh);
        chat.messages.send(an, toAll(channel)).join();
    }

    @Test
    void who_is_mentioned_keeps_the_newest_message_that_did() {
        UUID room = chat.group(an, binh, chi);
        chat.say(an, room, "@binh", binh);
        chat.say(an, room, "nobody");
        chat.say(an, room, "@binh @chi", binh, chi);
        chat.say(an, room, "nobody again");
        assertThat(mentionedSeq(room, binh)).isEqualTo(3);
        assertThat(mentionedSeq(room, chi)).isEqualTo(3);
        assertThat(mentionedSeq(room, an)).isZero();
    }

    @Test
    void a_mention_does_not_pass_a_block_in_either_direction_also_when_it_is_edited_in() {
        UUID room = chat.group(an, binh, chi);
        chat.people.block(chi, an);
        UUID message = chat.say(an, room, "@binh @chi", binh, chi).messageId();
        chat.say(chi, room, "@an", an);
        UUID edited = chat.say(an, room, "nobody").messageId();
        chat.edits.edit(an, edited, "@chi", List.of(chi.userId())).join();

        assertThat(chat.messages.get(chi, message).mentions()).containsExactly(binh.userId());
        assertThat(chat.messages.get(chi, edited).mentions()).isEmpty();
        assertThat(mentionedSeq(room, binh)).isEqualTo(1);
        assertThat(mentionedSeq(room, chi)).isZero();
        assertThat(mentionedSeq(room, an)).isZero();
    }

    @Test
    void calling_everybody_is_part_of_what_a_retry_must_repeat() {
        UUID room = chat.group(an, binh);
        Draft draft = toAll(room);
        chat.messages.send(an, draft).join();
        assertThat(chat.messages.send(an, draft).join().duplicate()).isTrue();
        Draft other = new Draft(room, draft.clientMsgId(), MessageKind.TEXT, draft.content(), null, null, List.of());
        assertRefused(() -> chat.messages.send(an, other), ErrorCode.CONFLICT);
    }

    private Draft toAll(UUID room) {
        return new Draft(room, chat.ids.next(), MessageKind.TEXT, "@all", null, null, List.of(), true, null, List.of());
    }

    private long mentionedSeq(UUID room, Caller member) {
        return chat.number(
                "SELECT mentioned_seq FROM tb_user_room WHERE room_id = :room AND user_id = :user", room, member);
    }

    private long mentionedAllSeq(UUID room) {
        return chat.number(
                "SELECT mentioned_all_seq FROM tb_chat_rooms JOIN tb_user_room ON room_id = chat_room_id"
                        + " WHERE chat_room_id = :room AND user_id = :user",
                room,
                an);
    }
}
