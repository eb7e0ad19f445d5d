package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.contract.SocketContract;
import tingting.protocol.Caller;
import tingting.testing.TestClient;

/// What a signed-in native client can do.
class NativeSocketTest {
    private final Node node = new Node();
    private final Caller an = node.person("an");
    private final Caller binh = node.person("binh");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void ready_says_where_one_stands() {
        UUID room = node.group(an, binh);
        node.say(binh, room, "hello");
        try (TestClient client = node.client(an)) {
            JsonNode ready = client.next();
            assertThat(ready.path("type").asText()).isEqualTo("ready");
            JsonNode data = ready.get("data");
            assertThat(data.path("user_id").asText()).isEqualTo(an.userId().toString());
            assertThat(data.path("session_id").asText())
                    .isEqualTo(an.sessionId().toString());
            assertThat(data.path("epoch").asText()).isEqualTo("epoch-1");
            assertThat(data.path("heartbeat_seconds").asInt()).isPositive();
            JsonNode position = data.path("rooms").path(0);
            assertThat(position.path("room_id").asText()).isEqualTo(room.toString());
            assertThat(position.path("last_seq").asLong()).isEqualTo(1);
            assertThat(position.path("unread").asLong()).isEqualTo(1);
        }
    }

    @Test
    void a_message_is_acknowledged_and_reaches_every_member_the_sender_included() {
        UUID room = node.group(an, binh);
        try (TestClient one = node.listening(an);
                TestClient other = node.listening(binh)) {
            String id = UUID.randomUUID().toString();
            JsonNode ack =
                    one.request("send_message", Map.of("room_id", room, "client_msg_id", id, "content", "xin chào"));
            assertThat(ack.path("seq").asLong()).isEqualTo(1);
            assertThat(ack.path("duplicate").asBoolean(true)).isFalse();
            JsonNode heard = other.await("new_message");
            assertThat(heard.path("room_id").asText()).isEqualTo(room.toString());
            assertThat(heard.path("rev").asLong()).isEqualTo(ack.path("rev").asLong());
            assertThat(heard.path("data").path("content").asText()).isEqualTo("xin chào");
            assertThat(heard.path("data").path("client_msg_id").asText()).isEqualTo(id);
            JsonNode again =
                    one.request("send_message", Map.of("room_id", room, "client_msg_id", id, "content", "xin chào"));
            assertThat(again.path("duplicate").asBoolean()).isTrue();
        }
        try (TestClient sender = node.listening(an)) {
            sender.ask("send_message", Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "again"));
            assertThat(sender.await("new_message").path("data").path("content").asText())
                    .isEqualTo("again");
        }
    }

    @Test
    void messages_sent_without_waiting_take_effect_in_order() {
        UUID room = node.group(an, binh);
        try (TestClient one = node.listening(an);
                TestClient other = node.listening(binh)) {
            for (int i = 0; i < 50; i++) {
                one.tell(
                        "send_message",
                        Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "m" + i));
            }
            List<JsonNode> heard = other.await("new_message", 50);
            for (int i = 0; i < 50; i++) {
                assertThat(heard.get(i).path("data").path("content").asText()).isEqualTo("m" + i);
            }
        }
    }

    @Test
    void a_person_is_written_to_without_a_room() {
        try (TestClient one = node.listening(an);
                TestClient other = node.listening(binh)) {
            JsonNode ack = one.request(
                    "send_message",
                    Map.of("to_user_id", binh.userId(), "client_msg_id", UUID.randomUUID(), "content", "hi"));
            JsonNode heard = other.await("new_message");
            assertThat(heard.path("room_id").asText())
                    .isEqualTo(ack.path("room_id").asText());
        }
    }

    @Test
    void what_is_meant_for_one_person_never_lands_in_a_room() {
        UUID room = node.group(an, binh);
        Map<String, Object> draft =
                Map.of("to_user_id", binh.userId(), "client_msg_id", UUID.randomUUID(), "content", "for you alone");
        Map<String, Object> both = new HashMap<>(draft);
        both.put("room_id", room);
        try (TestClient anywhere = node.listening(an);
                TestClient bound =
                        TestClient.open(node.port(), "/ws/" + room + "/" + an.userId() + "?token=" + Node.token(an))) {
            assertThat(anywhere.refused("send_message", both)).isEqualTo("invalid_request");
            assertThat(bound.refused("send_message", draft)).isEqualTo("invalid_request");
        }
        assertThat(node.say(binh, room, "first").seq()).isEqualTo(1);
    }

    @Test
    void a_message_is_not_sent_without_the_files_it_names() {
        UUID room = node.group(an, binh);
        try (TestClient client = node.listening(an)) {
            Map<String, Object> draft = new HashMap<>(
                    Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "see the picture"));
            draft.put("attachments", List.of(Map.of("file_id", UUID.randomUUID())));
            assertThat(client.refused("send_message", draft)).isEqualTo("not_found");
            draft.put("attachments", "a picture");
            assertThat(client.refused("send_message", draft)).isEqualTo("invalid_request");
        }
        assertThat(node.say(binh, room, "first").seq()).isEqualTo(1);
    }

    @Test
    void reading_moves_the_mark_and_tells_all_of_ones_devices() {
        UUID room = node.group(an, binh);
        node.say(binh, room, "one");
        try (TestClient phone = node.listening(an);
                TestClient laptop = node.listening(an);
                TestClient other = node.listening(binh)) {
            JsonNode ack = phone.request("read", Map.of("room_id", room, "seq", 1));
            assertThat(ack.path("unread").asLong()).isZero();
            laptop.await(frame -> frame.path("type").asText().equals("unread")
                    && frame.path("data").path("total_unread").asLong(-1) == 0);
            JsonNode read = other.await("read");
            assertThat(read.path("room_id").asText()).isEqualTo(room.toString());
            assertThat(read.path("data").path("user_id").asText())
                    .isEqualTo(an.userId().toString());
        }
    }

    @Test
    void typing_is_seen_by_the_others_only() {
        UUID room = node.group(an, binh);
        try (TestClient one = node.listening(an);
                TestClient other = node.listening(binh)) {
            one.tell("typing", Map.of("room_id", room, "is_typing", true));
            JsonNode typing = other.await("typing");
            assertThat(typing.path("data").path("user_id").asText())
                    .isEqualTo(an.userId().toString());
            assertThat(typing.path("data").path("is_typing").asBoolean()).isTrue();
            node.say(binh, room, "next");
            assertThat(one.await(frame -> !frame.path("type").asText().equals("presence"))
                            .path("type")
                            .asText())
                    .isEqualTo("new_message");
        }
    }

    @Test
    void an_outsider_is_told_nothing_of_a_room() {
        UUID room = node.group(binh);
        try (TestClient client = node.listening(an)) {
            assertThat(client.refused("typing", Map.of("room_id", room, "is_typing", true)))
                    .isEqualTo("not_found");
            assertThat(client.refused("read", Map.of("room_id", room, "seq", 1)))
                    .isEqualTo("not_found");
            assertThat(client.refused(
                            "send_message",
                            Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "x")))
                    .isEqualTo("not_found");
        }
    }

    @Test
    void a_watched_person_is_shown_at_once() {
        node.rooms.openDirect(an, binh.userId()).join();
        try (TestClient other = node.listening(binh);
                TestClient client = node.listening(an)) {
            assertThat(other.isOpen()).isTrue();
            JsonNode watched = client.request("watch", Map.of("user_ids", List.of(binh.userId())));
            assertThat(watched.path("presence").path(0).path("status").asText()).isEqualTo("online");
        }
    }

    @Test
    void a_ping_is_answered_with_its_id() {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            client.sendText("{\"type\":\"ping\",\"id\":7}");
            JsonNode pong = client.next();
            assertThat(pong.path("type").asText()).isEqualTo("pong");
            assertThat(pong.path("id").asInt()).isEqualTo(7);
        }
    }

    @Test
    void what_can_be_asked_is_described_and_what_is_described_can_be_asked() {
        assertThat(Stream.concat(node.requests().stream(), Stream.of("ping")))
                .containsExactlyInAnyOrderElementsOf(SocketContract.requests());
    }

    @Test
    void a_request_of_a_wrong_shape_is_an_error_and_the_socket_stays() {
        try (TestClient client = node.listening(an)) {
            assertThat(client.refused("no_such_type", Map.of())).isEqualTo("invalid_request");
            assertThat(client.refused("send_message", Map.of())).isEqualTo("invalid_request");
            assertThat(client.refused("read", Map.of("room_id", 5, "seq", "x"))).isEqualTo("invalid_request");
            for (String frame :
                    List.of("[]", "5", "\"x\"", "null", "{}", "{\"type\":5}", "{\"type\":\"ping\",\"data\":5}")) {
                client.sendText(frame);
                assertThat(client.await("error").path("error").path("code").asText())
                        .as(frame)
                        .isEqualTo("invalid_request");
            }
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void more_messages_than_allowed_are_refused_for_a_while() {
        UUID room = node.group(an, binh);
        try (TestClient client = node.listening(an)) {
            for (int i = 0; i < 70; i++) {
                client.tell(
                        "send_message",
                        Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "m" + i));
            }
            JsonNode error = client.await("error").get("error");
            assertThat(error.path("code").asText()).isEqualTo("rate_limited");
            assertThat(error.path("retryable").asBoolean()).isTrue();
            assertThat(error.path("retry_after_ms").asLong(-1)).isNotNegative();
        }
    }

    @Test
    void a_bound_socket_needs_no_room_and_hears_that_room_only() {
        UUID room = node.group(an, binh);
        UUID elsewhere = node.group(an, binh);
        try (TestClient client =
                TestClient.open(node.port(), "/ws/" + room + "/" + an.userId() + "?token=" + Node.token(an))) {
            assertThat(client.next().path("data").path("rooms").size()).isEqualTo(1);
            node.say(binh, elsewhere, "not for you");
            client.request("send_message", Map.of("content", "here"));
            node.say(binh, room, "and here");
            assertThat(client.await("new_message").path("data").path("content").asText())
                    .isIn("here");
            JsonNode next = client.next();
            assertThat(next.path("type").asText()).isIn("new_message", "unread");
            assertThat(next.toString()).doesNotContain(elsewhere.toString());
        }
    }

    @Test
    void a_bound_socket_is_refused_to_others_and_in_unknown_rooms() {
        UUID room = node.group(binh);
        for (String path : List.of(
                "/ws/" + room + "/" + an.userId(),
                "/ws/" + UUID.randomUUID() + "/" + an.userId(),
                "/ws/lobby/" + an.userId(),
                "/ws/" + room + "/" + binh.userId())) {
            try (TestClient client = TestClient.open(node.port(), path + "?token=" + Node.token(an))) {
                assertThat(client.awaitClose()).as(path).isEqualTo(4403);
            }
        }
    }
}
