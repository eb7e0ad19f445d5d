package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.live.Limits;
import tingting.protocol.Caller;
import tingting.testing.TestClient;

/// A returning client gets what it missed, or is told that it cannot.
class ResumeTest {
    private final Node node = new Node(
            Limits.defaults(),
            new SocketLimits(SocketLimits.frames(600), Duration.ofSeconds(10), Duration.ofMillis(700)));
    private final Caller an = node.person("an");
    private final Caller binh = node.person("binh");
    private final UUID room = node.group(an, binh);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void what_was_missed_comes_in_order_and_live_events_after_it() {
        say(130);
        try (TestClient client = node.client(an)) {
            JsonNode ready = client.await("ready").get("data");
            node.say(binh, room, "live");
            client.tell("resume", position(ready, Map.of(room, 10)));
            List<Long> revs = new ArrayList<>();
            JsonNode resumed = client.await(frame -> {
                if (frame.path("type").asText().equals("new_message")) {
                    revs.add(frame.path("rev").asLong());
                }
                return frame.path("type").asText().equals("resumed");
            });
            assertThat(revs).isEqualTo(LongStream.rangeClosed(11, 130).boxed().toList());
            assertThat(resumed.path("data").path("rooms").asInt()).isEqualTo(1);
            assertThat(resumed.path("data").path("events").asInt()).isEqualTo(120);
            JsonNode live = client.await("new_message");
            assertThat(live.path("rev").asLong()).isEqualTo(131);
            node.say(binh, room, "later");
            assertThat(client.await("new_message").path("rev").asLong()).isEqualTo(132);
        }
    }

    @Test
    void a_position_that_cannot_be_replayed_is_reset() {
        say(2);
        for (long rev : new long[] {3, 99}) {
            try (TestClient client = node.client(an)) {
                JsonNode ready = client.await("ready").get("data");
                client.tell("resume", position(ready, Map.of(room, rev)));
                JsonNode reset = client.next();
                assertThat(reset.path("type").asText()).isEqualTo("reset");
                assertThat(reset.path("data").path("room_id").asText()).isEqualTo(room.toString());
                assertThat(reset.path("data").path("rev").asLong()).isEqualTo(2);
                assertThat(reset.path("data").path("last_seq").asLong()).isEqualTo(2);
                assertThat(client.next().path("type").asText()).isEqualTo("resumed");
            }
        }
    }

    @Test
    void more_than_five_hundred_changes_are_not_replayed() {
        say(501);
        try (TestClient client = node.client(an)) {
            JsonNode ready = client.await("ready").get("data");
            client.tell("resume", position(ready, Map.of(room, 0)));
            assertThat(client.next().path("type").asText()).isEqualTo("reset");
            assertThat(client.next().path("type").asText()).isEqualTo("resumed");
        }
    }

    @Test
    void another_epoch_resets_every_room() {
        say(2);
        try (TestClient client = node.client(an)) {
            JsonNode ready = client.await("ready").get("data");
            client.tell(
                    "resume", Map.of("epoch", "of old", "user_rev", ready.path("user_rev"), "rooms", Map.of(room, 2)));
            assertThat(client.next().path("type").asText()).isEqualTo("reset");
            assertThat(client.next().path("type").asText()).isEqualTo("resumed");
        }
    }

    @Test
    void a_room_one_has_left_is_named_and_moved_lists_too() {
        UUID left = node.group(an, binh);
        node.rooms.leave(an, left).join();
        try (TestClient client = node.client(an)) {
            JsonNode ready = client.await("ready").get("data");
            client.tell("resume", Map.of("epoch", "epoch-1", "user_rev", 0, "rooms", Map.of(left, 0)));
            JsonNode removed = client.next();
            assertThat(removed.path("type").asText()).isEqualTo("room_removed");
            assertThat(removed.path("data").path("room_id").asText()).isEqualTo(left.toString());
            JsonNode reset = client.next();
            assertThat(reset.path("type").asText()).isEqualTo("reset");
            assertThat(reset.path("data").path("user_rev").asLong())
                    .isEqualTo(ready.path("user_rev").asLong());
            assertThat(reset.path("data").has("room_id")).isFalse();
            assertThat(client.next().path("type").asText()).isEqualTo("resumed");
        }
    }

    @Test
    void a_direct_room_that_one_has_left_is_no_room_of_ones_own_until_its_next_message_even_if_that_is_ones_own() {
        UUID direct = node.rooms.openDirect(an, binh.userId()).join().roomId();
        node.say(binh, direct, "unread, and left so");
        node.rooms.leave(an, direct).join();
        try (TestClient client = node.client(an)) {
            JsonNode ready = client.await("ready").get("data");
            assertThat(ready.path("rooms"))
                    .extracting(one -> one.path("room_id").asText())
                    .containsExactly(room.toString());
            client.tell("resume", position(ready, Map.of(room, 0, direct, 0)));
            assertThat(client.next().path("type").asText()).isEqualTo("room_removed");
            client.await("resumed");
            node.say(binh, room, "elsewhere");
            JsonNode unread =
                    client.await(frame -> frame.path("data").path("unread").asLong() == 1
                            && frame.toString().contains(room.toString()));
            assertThat(unread.path("data").path("total_unread").asLong()).isEqualTo(1);
            node.say(an, direct, "here again");
            JsonNode added = client.await(frame -> frame.toString().contains(direct.toString()));
            assertThat(added.path("type").asText()).isEqualTo("room_added");
            assertThat(client.await("new_message").path("room_id").asText()).isEqualTo(direct.toString());
            assertThat(node.userRev(an)).isGreaterThan(ready.path("user_rev").asLong());
        }
    }

    @Test
    void who_does_not_resume_hears_what_was_held_after_a_while() {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            node.say(binh, room, "held");
            assertThat(client.await("new_message").path("rev").asLong()).isEqualTo(1);
        }
    }

    @Test
    void another_request_ends_the_hold_and_loses_nothing() {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            node.say(binh, room, "held");
            client.request("presence", Map.of("status", "busy"));
            assertThat(client.await("new_message").path("rev").asLong()).isEqualTo(1);
        }
    }

    @Test
    void a_later_resume_resets_what_moved() {
        say(3);
        UUID still = node.group(an, binh);
        try (TestClient client = node.listening(an)) {
            JsonNode first = node.client(an).await("ready").get("data");
            client.tell("resume", position(first, Map.of(room, 1, still, 0)));
            JsonNode reset = client.await(frame -> !frame.path("type").asText().equals("presence"));
            assertThat(reset.path("type").asText()).isEqualTo("reset");
            assertThat(reset.path("data").path("room_id").asText()).isEqualTo(room.toString());
            JsonNode resumed = client.await("resumed");
            assertThat(resumed.path("data").path("events").asInt()).isZero();
        }
    }

    private static Map<String, Object> position(JsonNode ready, Map<UUID, ? extends Number> rooms) {
        return Map.of("epoch", ready.path("epoch"), "user_rev", ready.path("user_rev"), "rooms", rooms);
    }

    private void say(int messages) {
        for (int i = 0; i < messages; i++) {
            node.say(binh, room, "m" + i);
        }
    }
}
