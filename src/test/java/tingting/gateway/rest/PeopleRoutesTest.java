package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tingting.gateway.rest.AccountServer.Answer;
import tingting.testing.TestPeople;

/// Users, friends and blocks as clients meet them.
class PeopleRoutesTest {
    private final AccountServer server = new AccountServer();
    private String lan = "";
    private String lanId = "";
    private String minh = "";
    private String minhId = "";

    @BeforeEach
    void signUp() {
        Answer first = server.signUp("lan");
        lan = first.text("access_token");
        lanId = first.body().at("/user/user_id").textValue();
        Answer second = server.signUp("minh");
        minh = second.text("access_token");
        minhId = second.body().at("/user/user_id").textValue();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_route_wants_a_token() {
        for (String path : List.of(
                "GET /users/me",
                "PATCH /users/me",
                "DELETE /users/me",
                "GET /users/" + lanId,
                "GET /users?query=l",
                "GET /friends",
                "DELETE /friends/" + lanId,
                "GET /friends/requests",
                "POST /friends/requests",
                "POST /friends/requests/" + lanId + "/accept",
                "POST /friends/requests/" + lanId + "/decline",
                "GET /blocks",
                "POST /blocks",
                "DELETE /blocks/" + lanId,
                "GET /auth/sessions",
                "DELETE /auth/sessions/" + lanId,
                "POST /auth/logout",
                "POST /auth/password/change")) {
            String[] parts = path.split(" ");
            server.send(parts[0], parts[1], null, null, Map.of()).expect(401, "unauthenticated");
        }
    }

    @Test
    void a_profile_is_read_and_changed() {
        Answer changed = server.send(
                        "PATCH",
                        "/users/me",
                        lan,
                        "{\"display_name\": \"Ngọc Lan\", \"status_text\": null, \"settings\": {\"theme\": \"dark\"}}",
                        Map.of())
                .expect(200);

        assertThat(server.get("/users/me", lan).expect(200).body()).isEqualTo(changed.body());
        assertThat(changed.text("display_name")).isEqualTo("Ngọc Lan");
        assertThat(changed.body().at("/settings/theme").textValue()).isEqualTo("dark");
        assertThat(server.get("/users/" + lanId, minh).expect(200).text("display_name"))
                .isEqualTo("Ngọc Lan");
        server.send("PATCH", "/users/me", lan, "{\"bio\": 1}", Map.of()).expect(400, "invalid_request");
    }

    @Test
    void unknown_people_are_not_found() {
        server.get("/users/" + server.people.ids.next(), lan).expect(404, "not_found");
        server.get("/users/nobody", lan).expect(404, "not_found");
    }

    @Test
    void an_account_is_closed_with_its_password() {
        server.send("DELETE", "/users/me", lan, Map.of("password", "not the password"), Map.of())
                .expect(401, "invalid_credentials");
        server.send("DELETE", "/users/me", lan, Map.of("password", TestPeople.PASSWORD), Map.of())
                .expect(204);

        server.get("/users/me", lan).expect(401, "unauthenticated");
        server.get("/users/" + lanId, minh).expect(404, "not_found");
    }

    @Test
    void people_are_found_page_by_page() {
        List.of("an1", "an2", "an3").forEach(server::signUp);
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = server.get("/users?query=AN&limit=2" + (next.isEmpty() ? "" : "&cursor=" + next), lan)
                    .expect(200)
                    .body();
            page.path("items").forEach(user -> found.add(user.path("username").textValue()));
            next = page.path("next_cursor").asText("");
        } while (!next.isEmpty() && !next.equals("null"));

        assertThat(found).containsExactly("an1", "an2", "an3");
        for (String wrong : List.of("limit=0", "limit=101", "limit=x", "cursor=x", "query=" + "x".repeat(101))) {
            server.get("/users?" + wrong, lan).expect(400, "invalid_request");
        }
    }

    @Test
    void friends_are_made_and_parted() {
        Answer asked =
                server.post("/friends/requests", lan, Map.of("user_id", minhId)).expect(201);
        JsonNode waiting = server.get("/friends/requests", minh).expect(200).body();
        assertThat(waiting.at("/items/0/request_id")).isEqualTo(asked.body().path("request_id"));
        assertThat(waiting.at("/items/0/user/username").textValue()).isEqualTo("lan");
        assertThat(waiting.path("next_cursor").isNull()).isTrue();

        server.post("/friends/requests/" + asked.text("request_id") + "/accept", lan, null)
                .expect(404, "not_found");
        server.post("/friends/requests/" + asked.text("request_id") + "/accept", minh, null)
                .expect(200);
        assertThat(server.get("/friends", lan).body().at("/items/0/user_id").textValue())
                .isEqualTo(minhId);
        server.post("/friends/requests", lan, Map.of("user_id", minhId)).expect(409, "conflict");

        server.send("DELETE", "/friends/" + lanId, minh, null, Map.of()).expect(204);
        assertThat(server.get("/friends", lan).body().path("items")).isEmpty();

        String again =
                server.post("/friends/requests", lan, Map.of("user_id", minhId)).text("request_id");
        server.post("/friends/requests/" + again + "/decline", minh, null).expect(204);
        server.post("/friends/requests", lan, Map.of("user_id", lanId)).expect(400, "invalid_request");
        server.post("/friends/requests", lan, Map.of("user_id", "x")).expect(400, "invalid_request");
        server.post("/friends/requests", lan, Map.of()).expect(400, "invalid_request");
    }

    @Test
    void people_are_blocked_and_unblocked() {
        Answer block = server.post("/blocks", lan, Map.of("user_id", minhId)).expect(201);

        assertThat(server.get("/blocks", lan).body().at("/items/0")).isEqualTo(block.body());
        assertThat(server.get("/blocks", minh).body().path("items")).isEmpty();
        assertThat(server.get("/users?query=lan", minh).body().path("items")).isEmpty();
        server.post("/friends/requests", minh, Map.of("user_id", lanId)).expect(403, "blocked");

        server.send("DELETE", "/blocks/" + minhId, lan, null, Map.of()).expect(204);
        server.send("DELETE", "/blocks/" + minhId, lan, null, Map.of()).expect(404, "not_found");
        server.post("/friends/requests", minh, Map.of("user_id", lanId)).expect(201);
    }
}
