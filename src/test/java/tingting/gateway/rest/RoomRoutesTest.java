package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// Rooms as clients of REST see them, on the whole server.
class RoomRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person an = Person.register(server.url(), "an.nguyen");
    private final Person binh = Person.register(server.url(), "binh.tran");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void settings_are_set_shown_and_cleared() {
        String room = an.group(binh);
        JsonNode changed = an.patch(
                "/rooms/" + room,
                Map.of("slow_mode_seconds", 30, "message_ttl_seconds", 86_400, "join_approval", true));
        for (JsonNode shown :
                List.of(changed, binh.get("/rooms/" + room), binh.get("/rooms").at("/items/0"))) {
            assertThat(shown.path("slow_mode_seconds").asInt()).isEqualTo(30);
            assertThat(shown.path("message_ttl_seconds").asInt()).isEqualTo(86_400);
            assertThat(shown.path("join_approval").asBoolean()).isTrue();
        }
        JsonNode cleared = an.patch("/rooms/" + room, Collections.singletonMap("message_ttl_seconds", null));
        assertThat(cleared.get("message_ttl_seconds").isNull()).isTrue();
        assertThat(cleared.path("slow_mode_seconds").asInt()).isEqualTo(30);
    }

    @Test
    void settings_of_a_wrong_type_or_size_are_refused_by_name() {
        String room = an.group(binh);
        for (Map.Entry<String, Object> wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("slow_mode_seconds", -1),
                Map.entry("slow_mode_seconds", 1.5),
                Map.entry("slow_mode_seconds", Long.MAX_VALUE),
                Map.entry("message_ttl_seconds", "1 day"),
                Map.entry("message_ttl_seconds", 4),
                Map.entry("join_approval", "yes"))) {
            HttpResponse<byte[]> answer =
                    an.answer("PATCH", "/rooms/" + room, Map.of(wrong.getKey(), wrong.getValue()));
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            assertThat(Json.parse(answer.body()).at("/errors/0/field").asText()).isEqualTo(wrong.getKey());
        }
    }

    @Test
    void a_message_that_comes_too_early_in_slow_mode_is_told_when_to_come_again() {
        String room = an.group(binh);
        an.patch("/rooms/" + room, Map.of("slow_mode_seconds", 600));
        binh.say(room, "one");
        HttpResponse<byte[]> early = binh.answer(
                "POST", "/rooms/" + room + "/messages", Map.of("client_msg_id", UUID.randomUUID(), "content", "two"));
        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(early.headers().firstValueAsLong("retry-after").orElseThrow())
                .isBetween(590L, 600L);
    }

    @Test
    void times_beyond_what_can_be_kept_are_refused() {
        String room = an.group(binh);
        for (String time :
                List.of("+1000000000-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "tomorrow", "2026-02-30T00:00:00Z")) {
            assertThat(an.answer("PATCH", "/rooms/" + room + "/me", Map.of("muted_until", time))
                            .statusCode())
                    .as(time)
                    .isEqualTo(400);
        }
        assertThat(an.patch("/rooms/" + room + "/me", Map.of("muted_until", "2030-01-01T07:00:00+07:00"))
                        .path("muted_until")
                        .asText())
                .isEqualTo("2030-01-01T00:00:00.000Z");
    }

    @Test
    void a_draft_is_kept_shown_and_deleted() {
        String room = an.group(binh);
        HttpResponse<byte[]> saved = an.answer("PUT", "/rooms/" + room + "/draft", Map.of("content", "Chào Bì"));
        assertThat(saved.statusCode()).isEqualTo(200);
        JsonNode draft = Json.parse(saved.body());
        assertThat(draft.path("content").asText()).isEqualTo("Chào Bì");
        assertThat(an.get("/rooms").at("/items/0/draft")).isEqualTo(draft);
        assertThat(binh.get("/rooms/" + room).get("draft").isNull()).isTrue();

        assertThat(an.answer("PUT", "/rooms/" + room + "/draft", Map.of("content", ""))
                        .statusCode())
                .isEqualTo(204);
        assertThat(an.get("/rooms/" + room).get("draft").isNull()).isTrue();
        assertThat(an.answer("DELETE", "/rooms/" + room + "/draft", Map.of()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_draft_and_a_changed_view_reach_ones_other_device() {
        String room = an.group(binh);
        try (TestClient phone = an.socket();
                TestClient laptop = an.socket()) {
            laptop.await("ready");
            phone.await("ready");
            JsonNode ack = phone.request("draft", Map.of("room_id", room, "content", "on my ph"));
            assertThat(ack.path("updated_at").asText()).isNotEmpty();
            JsonNode heard = laptop.await("draft").path("data");
            assertThat(heard.path("content").asText()).isEqualTo("on my ph");
            assertThat(heard.path("updated_at")).isEqualTo(ack.path("updated_at"));

            assertThat(phone.request("draft", Map.of("room_id", room, "content", ""))
                            .get("updated_at")
                            .isNull())
                    .isTrue();
            assertThat(laptop.await("draft").path("data").get("content").isNull())
                    .isTrue();
            assertThat(phone.refused("draft", Map.of("room_id", room))).isEqualTo("invalid_request");

            an.patch("/rooms/" + room + "/me", Map.of("pinned", true));
            JsonNode view = laptop.await("room_view").path("data");
            assertThat(view.path("room_id").asText()).isEqualTo(room);
            assertThat(view.path("pinned").asBoolean()).isTrue();
        }
    }

    @Test
    void a_message_is_scheduled_changed_and_sent_at_its_time() {
        String room = an.group(binh);
        String path = "/rooms/" + room + "/scheduled";
        Map<String, Object> body = Map.of(
                "client_msg_id", UUID.randomUUID(),
                "content", "later",
                "send_at", Instant.now().plusSeconds(3600).toString());
        HttpResponse<byte[]> first = an.answer("POST", path, body);
        HttpResponse<byte[]> again = an.answer("POST", path, body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode waiting = Json.parse(first.body());
        assertThat(Json.parse(again.body())).isEqualTo(waiting);
        assertThat(an.get(path).at("/items/0")).isEqualTo(waiting);
        assertThat(waiting.path("kind").asText()).isEqualTo("text");
        assertThat(waiting.get("problem").isNull()).isTrue();

        try (TestClient phone = an.socket();
                TestClient other = binh.socket()) {
            phone.await("ready");
            other.await("ready");
            String one = "/scheduled/" + waiting.path("scheduled_id").asText();
            an.patch(
                    one,
                    Map.of(
                            "content",
                            "sooner",
                            "send_at",
                            Instant.now().plusMillis(700).toString()));
            assertThat(phone.await("scheduled").path("data").path("scheduled_id"))
                    .isEqualTo(waiting.path("scheduled_id"));
            assertThat(other.await("new_message").path("data").path("content").asText())
                    .isEqualTo("sooner");
            phone.await("scheduled");
            assertThat(an.get(path).path("items")).isEmpty();
            assertThat(an.answer("DELETE", one, Map.of()).statusCode()).isEqualTo(404);
        }
        for (Object time : List.of("2020-01-01T00:00:00Z", "soon", 5)) {
            assertThat(an.answer(
                                    "POST",
                                    path,
                                    Map.of("client_msg_id", UUID.randomUUID(), "content", "x", "send_at", time))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_message_disappears_by_itself_when_its_time_is_over() {
        String room = an.direct(binh);
        binh.patch("/rooms/" + room, Map.of("message_ttl_seconds", 5));
        try (TestClient other = binh.socket()) {
            other.await("ready");
            String messageId =
                    an.say(room, "for five seconds").path("message_id").asText();
            JsonNode message = other.await("new_message").path("data");
            assertThat(Instant.parse(message.path("expires_at").asText()))
                    .isEqualTo(
                            Instant.parse(message.path("created_at").asText()).plusSeconds(5));

            JsonNode recalled = other.await("message_recalled").path("data");
            assertThat(recalled.path("message_id").asText()).isEqualTo(messageId);
            assertThat(recalled.path("user_id").asText()).isEqualTo(an.userId());
            assertThat(binh.get("/messages/" + messageId).get("content").isNull())
                    .isTrue();
        }
    }
}
