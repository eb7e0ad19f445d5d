package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.RoomEvent;
import tingting.testing.TestChat;

class PinsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void pinned_messages_are_listed_the_newest_pin_first() {
        UUID room = chat.group(an, binh);
        UUID one = chat.say(an, room, "one").messageId();
        UUID two = chat.say(binh, room, "two").messageId();
        chat.pins.pin(an, two).join();
        chat.clock.advance(Duration.ofSeconds(1));
        chat.pins.pin(an, one).join();
        assertThat(chat.pins.list(binh, room)).extracting(Message::messageId).containsExactly(one, two);
        chat.pins.unpin(an, two).join();
        assertThat(chat.pins.list(binh, room)).extracting(Message::messageId).containsExactly(one);
        assertThat(chat.kept.after(binh, room, 2, 10))
                .extracting(event -> event.body().type())
                .containsExactly("message_pinned", "message_pinned", "message_unpinned");
    }

    @Test
    void a_pin_that_is_there_takes_no_number() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "one").messageId();
        assertThat(chat.pins.unpin(an, message).join().rev()).isEqualTo(1);
        assertThat(chat.pins.pin(an, message).join().rev()).isEqualTo(2);
        assertThat(chat.pins.pin(an, message).join().rev()).isEqualTo(2);
        assertThat(chat.told(room, 2)).isEqualTo(new RoomEvent.MessagePinned(message, an.userId()));
    }

    @Test
    void an_edit_leaves_the_pin_where_it_is() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "one").messageId();
        chat.pins.pin(an, message).join();
        chat.edits.edit(an, message, "two", null).join();
        assertThat(chat.pins.list(binh, room)).extracting(Message::content).containsExactly("two");
    }

    @Test
    void members_of_a_group_pin_nothing_and_both_people_of_a_direct_room_do() {
        UUID room = chat.group(an, binh);
        UUID inGroup = chat.say(binh, room, "mine").messageId();
        assertRefused(() -> chat.pins.pin(binh, inGroup), ErrorCode.FORBIDDEN);
        UUID direct = chat.direct(an, binh);
        UUID between = chat.say(an, direct, "ours").messageId();
        chat.pins.pin(binh, between).join();
        chat.pins.unpin(an, between).join();
        chat.people.block(an, binh);
        assertRefused(() -> chat.pins.pin(binh, between), ErrorCode.BLOCKED);
    }
}
