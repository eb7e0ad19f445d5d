package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.testing.TestClient;

/// Who is removed from a room hears of it, and nothing of the room after that.
class RemovalTest {
    private final Node node = new Node();
    private final Caller an = node.person("an");
    private final Caller binh = node.person("binh");
    private final Caller chi = node.person("chi");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void in_a_busy_room_the_events_of_a_removed_member_end_with_the_removal() throws InterruptedException {
        UUID room = node.group(an, binh, chi);
        AtomicBoolean busy = new AtomicBoolean(true);
        try (TestClient removed = node.listening(chi);
                TestClient stays = node.listening(binh)) {
            Thread talk = Thread.ofVirtual().start(() -> {
                while (busy.get()) {
                    node.say(an, room, "on and on");
                }
            });
            removed.await("new_message", 20);

            long removal = node.rooms.removeMember(an, room, chi.userId()).join();
            long answered = System.nanoTime();
            long last = awaitOwnLeaving(removed);
            awaitFreeOfChanges(removed, "type", "room_removed");
            assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(Duration.ofSeconds(1));
            assertThat(last).isEqualTo(removal);

            stays.await(frame -> frame.path("rev").asLong() > removal + 50);
            busy.set(false);
            talk.join();
            String id = removed.ask("typing", Map.of("room_id", room, "is_typing", true));
            JsonNode answer = awaitFreeOfChanges(removed, "id", id);
            assertThat(answer.path("error").path("code").asText()).isEqualTo("not_found");
            assertThat(removed.refused(
                            "send_message",
                            Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "me too")))
                    .isEqualTo("not_found");
        }
    }

    private static JsonNode awaitFreeOfChanges(TestClient client, String field, String value) {
        return client.await(frame -> {
            assertThat(frame.has("rev")).as(frame.toString()).isFalse();
            return frame.path(field).asText().equals(value);
        });
    }

    /// Reads the room's events up to the one that names her, each after the one before; answers its rev.
    private long awaitOwnLeaving(TestClient client) {
        long rev = 0;
        while (true) {
            JsonNode frame = client.await(next -> next.has("rev"));
            assertThat(frame.path("rev").asLong()).isGreaterThan(rev);
            rev = frame.path("rev").asLong();
            if (frame.path("type").asText().equals("member_left")) {
                assertThat(frame.path("data").path("user_id").asText())
                        .isEqualTo(chi.userId().toString());
                return rev;
            }
        }
    }
}
