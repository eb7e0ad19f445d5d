package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.RoomEvent;
import tingting.room.RoomPatch;
import tingting.testing.TestChat;

/// Messages that are recalled by themselves. The clock stands still but where a test moves it.
class DisappearingTest {
    private final TestChat chat = new TestChat();
    private final Disappearing disappearing = new Disappearing(chat.database, chat.recalls, chat.clock);
    private final Caller an = chat.people.add("an");
    private final Caller binh = chat.people.add("binh");

    @AfterEach
    void close() {
        disappearing.close();
        chat.close();
    }

    @Test
    void a_message_whose_time_is_over_leaves_its_place_and_nothing_else() {
        UUID room = brief(chat.group(an, binh), 60);
        SendReceipt sent = chat.say(an, room, "burn after reading");
        assertThat(chat.inbox.get(binh, room).unread()).isEqualTo(1);
        chat.clock.advance(Duration.ofSeconds(59));
        disappearing.recallExpired();
        assertThat(messages(room)).extracting(Message::content).containsExactly("burn after reading");

        chat.clock.advance(Duration.ofSeconds(1));
        disappearing.recallExpired();

        assertThat(messages(room)).extracting(Message::content).containsOnlyNulls();
        assertThat(chat.inbox.get(binh, room).unread()).isZero();
        assertThat(chat.changes(room).getLast().body())
                .isEqualTo(new RoomEvent.MessageRecalled(sent.messageId(), an.userId(), chat.clock.instant()));
        assertThat(rows("burn after reading")).isZero();
    }

    @Test
    void messages_from_before_the_setting_and_of_other_rooms_stay() {
        UUID room = chat.group(an, binh);
        UUID other = chat.group(an, binh);
        chat.say(an, room, "stays");
        brief(room, 5);
        chat.say(an, room, "goes");
        chat.say(an, other, "elsewhere");
        chat.clock.advance(Duration.ofDays(400));
        disappearing.recallExpired();

        assertThat(messages(room)).extracting(Message::content).containsExactly("stays", null);
        assertThat(messages(other)).extracting(Message::content).containsExactly("elsewhere");
    }

    @Test
    void more_than_one_round_can_take_are_told_to_come_again_at_once() {
        UUID room = brief(chat.group(an, binh), 5);
        List<CompletableFuture<SendReceipt>> sent = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            sent.add(chat.messages.send(an, chat.text(room, "m" + i)));
        }
        sent.forEach(CompletableFuture::join);
        chat.clock.advance(Duration.ofSeconds(5));

        assertThat(disappearing.recallExpired())
                .hasValueSatisfying(next -> assertThat(next).isBeforeOrEqualTo(chat.clock.instant()));
        assertThat(disappearing.recallExpired()).isEmpty();
        assertThat(rows("m%")).isZero();
    }

    @Test
    void two_nodes_recall_a_message_once() {
        UUID room = brief(chat.group(an, binh), 5);
        chat.say(an, room, "once");
        chat.clock.advance(Duration.ofSeconds(5));
        Recalls elsewhere = new Recalls(chat.anotherNodesJournal(), new MessageRooms(chat.database));
        try (Disappearing otherNode = new Disappearing(chat.database, elsewhere, chat.clock)) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(otherNode::recallExpired);
            disappearing.recallExpired();
            other.join();
        }

        assertThat(chat.inbox.get(an, room).rev()).isEqualTo(3);
    }

    @Test
    void a_deleted_room_does_not_keep_it_busy() {
        UUID room = brief(chat.group(an, binh), 5);
        chat.say(an, room, "gone with the room");
        chat.rooms.delete(an, room).join();
        chat.clock.advance(Duration.ofSeconds(5));

        assertThat(disappearing.recallExpired()).isEmpty();
    }

    @Test
    void a_new_message_sets_the_alarm_without_anybody_asking() {
        chat.bus.subscribe(event -> {
            if (event instanceof RoomEvent change) {
                disappearing.changed(change);
            }
        });
        UUID room = brief(chat.group(an, binh), 5);
        Draft draft = chat.text(room, "by itself");
        chat.messages.send(an, draft).join();
        chat.clock.advance(Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> messages(room).getFirst().recalledAt() != null);
    }

    private UUID brief(UUID room, long seconds) {
        chat.rooms
                .update(an, room, new RoomPatch(null, null, null, null, null, Optional.of(seconds), null))
                .join();
        return room;
    }

    private List<Message> messages(UUID room) {
        return chat.messages.after(binh, room, 0, 200);
    }

    private int rows(String content) {
        return chat.database.read(
                handle -> handle.createQuery("SELECT COUNT(*) FROM tb_messages WHERE content LIKE :content")
                        .bind("content", content)
                        .mapTo(Integer.class)
                        .one());
    }
}
