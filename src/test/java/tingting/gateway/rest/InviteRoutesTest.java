package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// Invites and requests to join as clients see them, on the whole server.
class InviteRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person an = Person.register(server.url(), "an.nguyen");
    private final Person binh = Person.register(server.url(), "binh.tran");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void an_invite_is_made_shown_followed_and_revoked() {
        String room = an.group();
        JsonNode invite = an.post("/rooms/" + room + "/invites", Map.of("max_uses", 2, "expires_in", 3600));
        String code = invite.path("code").asText();
        assertThat(code).matches("[A-Za-z0-9_-]{22,}");
        assertThat(invite.path("url").asText()).isEqualTo(server.url() + "/app/invites/" + code);
        assertThat(invite.path("max_uses").asInt()).isEqualTo(2);
        assertThat(invite.path("uses").asInt(-1)).isZero();
        assertThat(invite.path("created_by").asText()).isEqualTo(an.userId());
        assertThat(an.get("/rooms/" + room + "/invites").at("/items/0")).isEqualTo(invite);

        JsonNode preview = binh.get("/invites/" + code);
        assertThat(preview.at("/room/room_id").asText()).isEqualTo(room);
        assertThat(preview.at("/room/member_count").asInt()).isEqualTo(1);
        assertThat(preview.path("joined").asBoolean(true)).isFalse();

        assertThat(binh.post("/invites/" + code + "/join", Map.of())
                        .path("room_id")
                        .asText())
                .isEqualTo(room);
        assertThat(an.get("/rooms/" + room + "/invites").at("/items/0/uses").asInt())
                .isEqualTo(1);

        assertThat(status(binh, "DELETE", "/rooms/" + room + "/invites/" + code))
                .isEqualTo(403);
        assertThat(status(an, "DELETE", "/rooms/" + room + "/invites/" + code)).isEqualTo(204);
        Person chi = Person.register(server.url(), "chi.le");
        assertThat(status(chi, "GET", "/invites/" + code)).isEqualTo(404);
        assertThat(status(chi, "POST", "/invites/" + code + "/join")).isEqualTo(404);
    }

    @Test
    void an_invite_without_bounds_needs_no_body_and_wrong_bounds_are_refused() {
        String room = an.group();
        JsonNode invite = an.post("/rooms/" + room + "/invites", Map.of());
        assertThat(invite.get("max_uses").isNull()).isTrue();
        assertThat(invite.get("expires_at").isNull()).isTrue();
        for (Map<String, ?> wrong :
                java.util.List.of(Map.of("max_uses", 0), Map.of("expires_in", "1h"), Map.of("expires_in", -1))) {
            assertThat(an.answer("POST", "/rooms/" + room + "/invites", wrong).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void who_asks_to_join_is_told_so_and_the_admins_hear_of_it() {
        String room = an.group();
        an.patch("/rooms/" + room, Map.of("join_approval", true));
        String code =
                an.post("/rooms/" + room + "/invites", Map.of()).path("code").asText();
        try (TestClient owner = an.socket()) {
            owner.await("ready");
            HttpResponse<byte[]> asked = binh.answer("POST", "/invites/" + code + "/join", Map.of());
            assertThat(asked.statusCode()).isEqualTo(202);
            assertThat(Json.parse(asked.body())).isEqualTo(Json.parse("{\"status\":\"requested\"}".getBytes()));
            JsonNode heard = owner.await("join_request").path("data");
            assertThat(heard.path("user_id").asText()).isEqualTo(binh.userId());
            assertThat(heard.path("room_id").asText()).isEqualTo(room);
        }
        JsonNode waiting = an.get("/rooms/" + room + "/join-requests").at("/items/0");
        assertThat(waiting.path("user_id").asText()).isEqualTo(binh.userId());
        assertThat(waiting.at("/user/username").asText()).isEqualTo("binh.tran");

        String answer = "/rooms/" + room + "/join-requests/" + binh.userId();
        assertThat(status(binh, "POST", answer + "/accept")).isEqualTo(404);
        assertThat(status(an, "POST", answer + "/accept")).isEqualTo(204);
        assertThat(status(an, "POST", answer + "/decline")).isEqualTo(404);
        assertThat(binh.get("/rooms/" + room).path("role").asText()).isEqualTo("member");
    }

    @Test
    void adding_only_people_who_are_members_creates_nothing() {
        String room = an.group(binh);
        HttpResponse<byte[]> again =
                an.answer("POST", "/rooms/" + room + "/members", Map.of("user_ids", new String[] {binh.userId()}));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Json.parse(again.body()).path("items")).hasSize(2);
    }

    private static int status(Person person, String method, String path) {
        return person.answer(method, path, Map.of()).statusCode();
    }
}
