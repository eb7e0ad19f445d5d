package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tingting.testing.TestChat.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.UserEvent;
import tingting.testing.TestChat;
import tingting.testing.Together;

/// Drafts, and one's own view of a room: what only one person's devices know.
class DraftsTest {
    private static final int DEVICES = 4;

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
        chat.drafts.save(an, room, "yes, bu", answered).join();

        SavedDraft draft = new SavedDraft("yes, bu", answered, chat.clock.instant());
        assertThat(chat.inbox.get(an, room).draft()).isEqualTo(draft);
        assertThat(chat.inbox.list(an)).extracting(Conversation::draft).containsExactly(draft);
        assertThat(chat.inbox.get(binh, room).draft()).isNull();
        assertThat(chat.told(an)).contains(new UserEvent.Draft(room, "yes, bu", answered, chat.clock.instant()));
        assertThat(chat.told(binh)).noneMatch(UserEvent.Draft.class::isInstance);
    }

    @Test
    void the_last_draft_stands_and_the_same_again_is_told_to_nobody() {
        chat.drafts.save(an, room, "one", null).join();
        Instant written = chat.clock.instant();
        chat.clock.advance(Duration.ofMinutes(1));
        chat.drafts.save(an, room, "one", null).join();

        assertThat(chat.inbox.get(an, room).draft()).isEqualTo(new SavedDraft("one", null, written));
        assertThat(chat.told(an).stream().filter(UserEvent.Draft.class::isInstance))
                .hasSize(1);

        chat.drafts.save(an, room, "one, two", null).join();
        assertThat(chat.inbox.get(an, room).draft()).isEqualTo(new SavedDraft("one, two", null, chat.clock.instant()));
    }

    @Test
    void an_empty_draft_deletes_it_and_the_other_devices_hear_of_it_once() {
        chat.drafts.save(an, room, "hm", null).join();

        assertThat(chat.drafts.save(an, room, "  ", null).join()).isEqualTo(Optional.empty());
        chat.drafts.delete(an, room).join();

        assertThat(chat.inbox.get(an, room).draft()).isNull();
        assertThat(chat.told(an))
                .filteredOn(new UserEvent.Draft(room, null, null, null)::equals)
                .hasSize(1);
    }

    @Test
    void what_devices_save_at_once_is_told_in_the_order_in_which_it_stands() {
        for (int round = 1; round <= 30; round++) {
            String text = "in round " + round + " by device ";
            Together.run(IntStream.range(0, DEVICES)
                    .mapToObj(device -> (Runnable) () ->
                            chat.drafts.save(an, room, text + device, null).join())
                    .toList());
            int saved = round * DEVICES;
            await().until(() -> drafts().size() == saved);

            assertThat(drafts().getLast().content())
                    .isEqualTo(Objects.requireNonNull(chat.inbox.get(an, room).draft())
                            .content());
        }
    }

    private List<UserEvent.Draft> drafts() {
        return chat.told(an).stream()
                .filter(UserEvent.Draft.class::isInstance)
                .map(UserEvent.Draft.class::cast)
                .toList();
    }

    @Test
    void devices_that_are_away_notice_a_draft_when_they_come_back() {
        long before = chat.unreads.standing(an.userId()).userRev();
        chat.drafts.save(an, room, "later", null).join();
        assertThat(chat.unreads.standing(an.userId()).userRev()).isGreaterThan(before);
    }

    @Test
    void a_draft_is_bounded_like_a_message_and_for_members_only() {
        Caller chi = chat.people.add("chi");
        assertRefused(() -> chat.drafts.save(an, room, "x".repeat(10_001), null), ErrorCode.INVALID_REQUEST);
        assertRefused(chat.drafts.save(chi, room, "hello", null), ErrorCode.NOT_FOUND);
        assertRefused(chat.drafts.delete(chi, room), ErrorCode.NOT_FOUND);
    }

    @Test
    void who_leaves_takes_the_draft_along() {
        chat.drafts.save(binh, room, "goodb", null).join();
        chat.rooms.leave(binh, room).join();
        chat.rooms.addMembers(an, room, java.util.Set.of(binh.userId())).join();

        assertThat(chat.inbox.get(binh, room).draft()).isNull();
    }

    @Test
    void what_devices_change_of_a_view_at_once_is_told_in_the_order_in_which_it_stands() {
        for (int round = 1; round <= 30; round++) {
            Instant night = chat.clock.instant().plus(Duration.ofHours(round));
            Together.run(IntStream.range(0, DEVICES)
                    .mapToObj(device -> (Runnable) () -> chat.inbox
                            .patch(an, room, new Inbox.Patch(Optional.of(night.plusSeconds(device)), null, null))
                            .join())
                    .toList());
            int changed = round * DEVICES;
            await().until(() -> views().size() == changed);

            assertThat(views().getLast().mutedUntil())
                    .isEqualTo(chat.inbox.get(an, room).mutedUntil());
        }
    }

    private List<UserEvent.RoomView> views() {
        return chat.told(an).stream()
                .filter(UserEvent.RoomView.class::isInstance)
                .map(UserEvent.RoomView.class::cast)
                .toList();
    }

    @Test
    void ones_own_view_of_a_room_is_told_to_ones_own_devices() {
        Instant until = chat.clock.instant().plus(Duration.ofHours(8));
        chat.inbox
                .patch(an, room, new Inbox.Patch(Optional.of(until), true, true))
                .join();

        await().untilAsserted(
                        () -> assertThat(chat.told(an)).endsWith(new UserEvent.RoomView(room, until, true, true)));
        assertThat(chat.told(binh)).noneMatch(UserEvent.RoomView.class::isInstance);
    }
}
