package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.UserEvent;
import tingting.testing.TestChat;

/// Drafts, and one's own view of a room: what only one person's devices know.
class DraftsTest {
    private final TestChat chat = new TestChat();
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");
    private final UUID room = chat.group(an, binh);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_draft_follows_its_writer_and_nobody_else() {
        UUID answered = chat.say(binh, room, "shall we?").messageId();
        chat.drafts.save(an, room, "yes, bu", answered);

        SavedDraft draft = new SavedDraft("yes, bu", answered, chat.clock.instant());
        assertThat(chat.inbox.get(an, room).draft()).isEqualTo(draft);
        assertThat(chat.inbox.list(an)).extracting(Conversation::draft).containsExactly(draft);
        assertThat(chat.inbox.get(binh, room).draft()).isNull();
        assertThat(chat.told(an)).contains(new UserEvent.Draft(room, "yes, bu", answered, chat.clock.instant()));
        assertThat(chat.told(binh)).noneMatch(UserEvent.Draft.class::isInstance);
    }

    @Test
    void the_last_draft_stands_and_the_same_again_is_told_to_nobody() {
        chat.drafts.save(an, room, "one", null);
        Instant written = chat.clock.instant();
        chat.clock.advance(Duration.ofMinutes(1));
        chat.drafts.save(an, room, "one", null);

        assertThat(chat.inbox.get(an, room).draft()).isEqualTo(new SavedDraft("one", null, written));
        assertThat(chat.told(an).stream().filter(UserEvent.Draft.class::isInstance))
                .hasSize(1);

        chat.drafts.save(an, room, "one, two", null);
        assertThat(chat.inbox.get(an, room).draft()).isEqualTo(new SavedDraft("one, two", null, chat.clock.instant()));
    }

    @Test
    void an_empty_draft_deletes_it_and_the_other_devices_hear_of_it_once() {
        chat.drafts.save(an, room, "hm", null);

        assertThat(chat.drafts.save(an, room, "  ", null)).isEqualTo(Optional.empty());
        chat.drafts.delete(an, room);

        assertThat(chat.inbox.get(an, room).draft()).isNull();
        assertThat(chat.told(an))
                .filteredOn(new UserEvent.Draft(room, null, null, null)::equals)
                .hasSize(1);
    }

    @Test
    void devices_that_are_away_notice_a_draft_when_they_come_back() {
        long before = chat.unreads.standing(an.userId()).userRev();
        chat.drafts.save(an, room, "later", null);
        assertThat(chat.unreads.standing(an.userId()).userRev()).isGreaterThan(before);
    }

    @Test
    void a_draft_is_bounded_like_a_message_and_for_members_only() {
        Caller chi = chat.people.add("chi");
        assertRefused(() -> chat.drafts.save(an, room, "x".repeat(10_001), null), ErrorCode.INVALID_REQUEST);
        assertRefused(() -> chat.drafts.save(chi, room, "hello", null), ErrorCode.NOT_FOUND);
        assertRefused(() -> chat.drafts.delete(chi, room), ErrorCode.NOT_FOUND);
    }

    @Test
    void who_leaves_takes_the_draft_along() {
        chat.drafts.save(binh, room, "goodb", null);
        chat.rooms.leave(binh, room).join();
        chat.rooms.addMembers(an, room, java.util.Set.of(binh.userId())).join();

        assertThat(chat.inbox.get(binh, room).draft()).isNull();
    }

    @Test
    void ones_own_view_of_a_room_is_told_to_ones_own_devices() {
        Instant until = chat.clock.instant().plus(Duration.ofHours(8));
        chat.inbox.patch(an, room, new Inbox.Patch(Optional.of(until), true, true));

        assertThat(chat.told(an)).endsWith(new UserEvent.RoomView(room, until, true, true));
        assertThat(chat.told(binh)).noneMatch(UserEvent.RoomView.class::isInstance);
    }
}
