package tingting.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;
import static tingting.testing.TestChat.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.account.StandingStore;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.testing.TestChat;

/// Mutes as the journal decides on them.
class MutesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final UUID room = chat.group(an, binh);

    @AfterEach
    void close() {
        chat.close();
    }

    private void mute(Caller person, @Nullable Instant until) {
        chat.database.run(handle -> new StandingStore().mute(handle, person.userId(), until));
    }

    @Test
    void a_mute_that_was_committed_refuses_the_next_message_on_every_node() {
        chat.say(binh, room, "before");
        mute(binh, chat.clock.instant().plus(HOUR));

        Problem refused = refusal(chat.messages.send(binh, chat.text(room, "rude")));
        assertThat(refused.code()).isEqualTo(ErrorCode.MUTED);
        assertThat(refused.retryAfter()).isEqualTo(HOUR);
        assertRefused(chat.messages.send(binh, chat.text(chat.direct(an, binh), "rude")), ErrorCode.MUTED);
        chat.say(an, room, "the others go on");
    }

    @Test
    void a_message_that_was_sent_before_the_mute_is_acknowledged_again() {
        var draft = chat.text(room, "before");
        var first = chat.messages.send(binh, draft).join();
        mute(binh, chat.clock.instant().plus(HOUR));

        var again = chat.messages.send(binh, draft).join();
        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.duplicate()).isTrue();
    }

    @Test
    void a_muted_person_neither_edits_nor_passes_on_but_may_take_back_and_react() {
        UUID own = chat.say(binh, room, "mine").messageId();
        UUID other = chat.say(an, room, "hers").messageId();
        mute(binh, chat.clock.instant().plus(HOUR));

        assertRefused(chat.edits.edit(binh, own, "rude", null), ErrorCode.MUTED);
        chat.reactions.add(binh, other, "👍").join();
        chat.recalls.recall(binh, own).join();
    }

    @Test
    void a_mute_ends_by_itself_or_when_it_is_taken_back() {
        mute(binh, chat.clock.instant().plus(HOUR));
        chat.clock.advance(HOUR);
        chat.say(binh, room, "by itself");
        mute(binh, chat.clock.instant().plus(HOUR));
        mute(binh, null);
        chat.say(binh, room, "taken back");
    }
}
