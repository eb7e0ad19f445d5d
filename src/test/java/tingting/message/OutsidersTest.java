package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.refusal;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.testing.TestChat;

class OutsidersTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void an_outsider_is_told_the_same_of_a_message_as_of_nothing_by_every_verb() {
        UUID room = chat.group(an, binh);
        UUID message = chat.say(an, room, "not for chi").messageId();
        chat.edits.edit(an, message, "not at all", null).join();
        UUID own = chat.group(chi);
        String same = Problem.notFound().detail();
        for (UUID id : List.of(message, chat.ids.next())) {
            for (Callable<?> verb : verbs(chi, id, own)) {
                Problem refusal = refusal(verb);
                assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
                assertThat(refusal.detail()).isEqualTo(same);
            }
        }
        assertThat(refusal(() -> chat.pins.list(chi, room)).detail()).isEqualTo(same);
    }

    private List<Callable<?>> verbs(Caller caller, UUID id, UUID ownRoom) {
        return List.of(
                () -> chat.messages.get(caller, id),
                () -> chat.edits.edit(caller, id, "x", null),
                () -> chat.edits.list(caller, id),
                () -> chat.recalls.recall(caller, id),
                () -> chat.reactions.add(caller, id, "👍"),
                () -> chat.reactions.remove(caller, id, "👍"),
                () -> chat.reactions.list(caller, id, null, null, 10),
                () -> chat.pins.pin(caller, id),
                () -> chat.pins.unpin(caller, id),
                () -> chat.messages.send(caller, Draft.forward(ownRoom, chat.ids.next(), id)),
                () -> chat.messages.send(caller, chat.reply(ownRoom, id, "x")));
    }
}
