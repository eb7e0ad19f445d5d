package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.testing.TestChat;

class ForwardsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final Caller chi = chat.people.add("chi");

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_message_is_passed_on_with_its_file_and_the_name_of_who_wrote_it_first() {
        UUID here = chat.group(an, binh);
        UUID there = chat.group(binh, chi);
        UUID further = chat.direct(chi, an);
        Draft picture = new Draft(here, chat.ids.next(), MessageKind.IMAGE, "biển", "/media/1", null, List.of());
        UUID source = chat.messages.send(an, picture).join().messageId();

        UUID copy = forward(binh, source, there);
        UUID copyOfCopy = forward(chi, copy, further);

        Message passed = chat.messages.get(an, copyOfCopy);
        assertThat(passed.kind()).isEqualTo("image");
        assertThat(passed.content()).isEqualTo("biển");
        assertThat(passed.fileUrl()).isEqualTo("/media/1");
        assertThat(passed.userId()).isEqualTo(chi.userId());
        assertThat(passed.forwardedFrom()).isEqualTo(an.userId());
        assertThat(chat.told(further, 1).toString()).contains("forwardedFrom=" + an.userId());
    }

    @Test
    void a_copy_stays_when_its_source_is_recalled_and_nobody_else_changes_its_words() {
        UUID here = chat.group(an, binh);
        UUID there = chat.group(binh, chi);
        UUID source = chat.say(an, here, "as it was").messageId();
        UUID copy = forward(binh, source, there);
        chat.recalls.recall(an, source).join();
        assertThat(chat.messages.get(chi, copy).content()).isEqualTo("as it was");
        assertRefused(() -> chat.edits.edit(binh, copy, "as it never was", null), ErrorCode.FORBIDDEN);
        assertRefused(
                () -> chat.messages.send(binh, Draft.forward(there, chat.ids.next(), source)), ErrorCode.NOT_FOUND);
    }

    @Test
    void a_forward_sent_again_is_the_same_one_whatever_became_of_its_source() {
        UUID here = chat.group(an, binh);
        UUID there = chat.group(binh, chi);
        UUID source = chat.say(an, here, "one").messageId();
        Draft draft = Draft.forward(there, chat.ids.next(), source);
        SendReceipt first = chat.messages.send(binh, draft).join();
        chat.edits.edit(an, source, "two", null).join();
        assertThat(chat.messages.send(binh, draft).join()).isEqualTo(first.again());
        chat.recalls.recall(an, source).join();
        assertThat(chat.messages.send(binh, draft).join()).isEqualTo(first.again());
        UUID another = chat.say(an, here, "one").messageId();
        assertRefused(
                () -> chat.messages.send(binh, Draft.forward(there, draft.clientMsgId(), another)), ErrorCode.CONFLICT);
    }

    @Test
    void only_what_one_can_see_is_passed_on() {
        UUID hidden = chat.group(an, binh);
        UUID there = chat.group(chi, an);
        UUID source = chat.say(an, hidden, "not for chi").messageId();
        assertRefused(() -> forward(chi, source, there), ErrorCode.NOT_FOUND);
        assertRefused(() -> forward(chi, chat.ids.next(), there), ErrorCode.NOT_FOUND);
        chat.hideHistory(an, hidden);
        chat.rooms.addMembers(an, hidden, Set.of(chi.userId())).join();
        assertRefused(() -> forward(chi, source, there), ErrorCode.NOT_FOUND);
        UUID seen = chat.say(an, hidden, "for chi too").messageId();
        assertThat(chat.messages.get(an, forward(chi, seen, there)).content()).isEqualTo("for chi too");
    }

    @Test
    void a_forward_brings_no_words_of_its_own() {
        UUID room = chat.group(an, binh);
        UUID source = chat.say(an, room, "x").messageId();
        Draft both = new Draft(
                room, chat.ids.next(), MessageKind.TEXT, "and this", null, null, List.of(), false, source, List.of());
        assertRefused(() -> chat.messages.send(an, both), ErrorCode.INVALID_REQUEST);
    }

    private UUID forward(Caller by, UUID source, UUID room) {
        return chat.messages
                .send(by, Draft.forward(room, chat.ids.next(), source))
                .join()
                .messageId();
    }
}
