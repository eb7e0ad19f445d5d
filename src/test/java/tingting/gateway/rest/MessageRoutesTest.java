package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Person;
import tingting.testing.TestServer;

/// Messages over REST, on the real server.
class MessageRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person an = Person.register(server.url(), "an.nguyen");
    private final Person binh = Person.register(server.url(), "binh.tran");
    private final String room = an.group(binh);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_message_is_edited_and_its_former_texts_are_listed() {
        String message = say(an, "one");
        JsonNode edited = an.patch("/messages/" + message, Map.of("content", "two"));
        assertThat(edited.path("content").asText()).isEqualTo("two");
        assertThat(edited.path("edited_at").isTextual()).isTrue();
        JsonNode former = an.get("/messages/" + message + "/edits");
        assertThat(former.path("items").path(0).path("content").asText()).isEqualTo("one");
        assertThat(former.path("items").path(0).path("written_at").asText())
                .isEqualTo(edited.path("created_at").asText());
        refuse(binh, "PATCH", "/messages/" + message, Map.of("content", "three"), 403, "forbidden");
        refuse(binh, "GET", "/messages/" + message + "/edits", Map.of(), 403, "forbidden");
    }

    @Test
    void a_recalled_message_keeps_its_place_and_nothing_else() {
        String message = say(an, "a secret");
        JsonNode left = ok(an, "DELETE", "/messages/" + message);
        assertThat(left.path("content").isNull()).isTrue();
        assertThat(left.path("recalled_at").isTextual()).isTrue();
        assertThat(left.path("seq").asLong()).isEqualTo(1);
        for (String path : List.of(
                "/rooms/" + room + "/messages", "/rooms/" + room + "/changes", "/rooms", "/messages/" + message)) {
            assertThat(binh.get(path).toString()).as(path).doesNotContain("secret");
        }
    }

    @Test
    void reactions_are_given_listed_and_taken_back() {
        String message = say(an, "tea?");
        String heart = "/messages/" + message + "/reactions/" + encoded("❤️");
        JsonNode given = ok(binh, "PUT", heart);
        assertThat(given.path("reactions").toString())
                .isEqualTo("[{\"emoji\":\"❤️\",\"count\":1,\"user_ids\":[\"" + binh.userId() + "\"],\"me\":true}]");
        assertThat(ok(binh, "PUT", heart)).isEqualTo(given);
        JsonNode seen = an.get("/rooms/" + room + "/messages").path(0).path("reactions");
        assertThat(seen.path(0).path("me").asBoolean(true)).isFalse();
        JsonNode who = an.get("/messages/" + message + "/reactions?emoji=" + encoded("❤️") + "&limit=1");
        assertThat(who.path("items").path(0).path("user_id").asText()).isEqualTo(binh.userId());
        assertThat(who.path("next_cursor").isNull()).isTrue();
        assertThat(ok(binh, "DELETE", heart).path("reactions")).isEmpty();
        refuse(binh, "PUT", "/messages/" + message + "/reactions/like", Map.of(), 400, "invalid_request");
    }

    @Test
    void messages_are_pinned_listed_and_unpinned() {
        String message = say(binh, "the plan");
        assertThat(ok(an, "PUT", "/messages/" + message + "/pin").path("pinned").asBoolean())
                .isTrue();
        JsonNode pins = binh.get("/rooms/" + room + "/pins");
        assertThat(pins.path("items").path(0).path("message_id").asText()).isEqualTo(message);
        refuse(binh, "DELETE", "/messages/" + message + "/pin", Map.of(), 403, "forbidden");
        assertThat(ok(an, "DELETE", "/messages/" + message + "/pin")
                        .path("pinned")
                        .asBoolean(true))
                .isFalse();
        assertThat(an.get("/rooms/" + room + "/pins").path("items")).isEmpty();
    }

    @Test
    void a_message_is_passed_on_by_its_id_alone() {
        String message = say(binh, "look");
        JsonNode receipt = an.post(
                "/rooms/" + an.direct(binh) + "/messages",
                Map.of("client_msg_id", UUID.randomUUID(), "forward_of", message));
        JsonNode copy = binh.get("/messages/" + receipt.path("message_id").asText());
        assertThat(copy.path("content").asText()).isEqualTo("look");
        assertThat(copy.path("forwarded_from").asText()).isEqualTo(binh.userId());
    }

    @Test
    void a_page_of_history_begins_at_one_place() {
        say(an, "one");
        say(an, "two");
        for (String both : List.of(
                "before_seq=1&after_seq=1",
                "around_seq=1&offset=0",
                "before_seq=2&offset=1",
                "after_seq=0&around_seq=1")) {
            refuse(an, "GET", "/rooms/" + room + "/messages?" + both, Map.of(), 400, "invalid_request");
        }
        assertThat(an.get("/rooms/" + room + "/messages?before_seq=2&limit=5")).hasSize(1);
    }

    @Test
    void an_outsider_gets_the_same_answer_for_a_message_as_for_none() {
        Person chi = Person.register(server.url(), "chi.le");
        String message = say(an, "not for chi");
        for (String id : List.of(message, UUID.randomUUID().toString())) {
            refuse(chi, "GET", "/messages/" + id, Map.of(), 404, "not_found");
            refuse(chi, "PATCH", "/messages/" + id, Map.of("content", "x"), 404, "not_found");
            refuse(chi, "DELETE", "/messages/" + id, Map.of(), 404, "not_found");
            refuse(chi, "GET", "/messages/" + id + "/edits", Map.of(), 404, "not_found");
            refuse(chi, "GET", "/messages/" + id + "/reactions", Map.of(), 404, "not_found");
            refuse(chi, "PUT", "/messages/" + id + "/reactions/" + encoded("👍"), Map.of(), 404, "not_found");
            refuse(chi, "PUT", "/messages/" + id + "/pin", Map.of(), 404, "not_found");
        }
        refuse(chi, "GET", "/rooms/" + room + "/pins", Map.of(), 404, "not_found");
    }

    private String say(Person by, String text) {
        return by.say(room, text).path("message_id").asText();
    }

    private static String encoded(String emoji) {
        return URLEncoder.encode(emoji, StandardCharsets.UTF_8);
    }

    private static JsonNode ok(Person by, String method, String path) {
        HttpResponse<byte[]> answer = by.answer(method, path, Map.of());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return Json.parse(answer.body());
    }

    private static void refuse(Person by, String method, String path, Object body, int status, String code) {
        HttpResponse<byte[]> answer = by.answer(method, path, body);
        assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(status);
        assertThat(Json.parse(answer.body()).path("code").asText()).isEqualTo(code);
    }
}
