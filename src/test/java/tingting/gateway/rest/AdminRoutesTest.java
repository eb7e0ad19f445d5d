package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tingting.testing.Authenticator;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// What those in charge may do, and what nobody may, on the real server.
class AdminRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person admin = Person.register(server.url(), "admin.an");
    private final Person moderator = Person.register(server.url(), "moderator.mai");
    private final Person binh = Person.register(server.url(), "binh");
    private final Person chi = Person.register(server.url(), "chi");

    @BeforeEach
    void appoint() {
        server.admin("grant", "admin.an", "admin");
        change(admin, moderator, Map.of("role", "moderator"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String path(Person person) {
        return "/admin/users/" + person.userId();
    }

    private static JsonNode change(Person agent, Person person, Map<String, ?> change) {
        return agent.patch(path(person), change);
    }

    private static Map<String, Object> nullMute() {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("muted_until", null);
        return body;
    }

    private static String inAnHour() {
        return Instant.now().plus(Duration.ofHours(1)).toString();
    }

    /// From now on the socket holds nothing back.
    private static void listen(TestClient socket) {
        socket.await("ready");
        socket.request("watch", Map.of("user_ids", List.of()));
    }

    private String report(Person reporter, String messageId) {
        return reporter.post("/reports", Map.of("message_id", messageId, "reason", "This is rude."))
                .path("report_id")
                .asText();
    }

    // ---- who may

    @Test
    void who_is_not_in_charge_is_refused_whatever_they_name() {
        for (String path : List.of(
                "GET /admin/users",
                "GET /admin/users/" + admin.userId(),
                "GET /admin/users/" + UUID.randomUUID(),
                "PATCH /admin/users/" + admin.userId(),
                "PATCH /admin/users/" + UUID.randomUUID(),
                "DELETE /admin/users/" + admin.userId() + "/2fa",
                "GET /admin/rooms",
                "GET /admin/reports",
                "POST /admin/reports/" + UUID.randomUUID() + "/resolve",
                "POST /admin/reports/" + UUID.randomUUID() + "/dismiss",
                "POST /admin/reports/" + UUID.randomUUID() + "/reopen",
                "GET /admin/audit",
                "GET /admin/stats")) {
            String[] words = path.split(" ");
            binh.refused(words[0], words[1], Map.of(), 403, "forbidden");
        }
        String message = chi.say(chi.group(binh), "mine").path("message_id").asText();
        binh.refused("DELETE", "/admin/messages/" + message, Map.of(), 403, "forbidden");
        binh.refused("DELETE", "/admin/messages/" + UUID.randomUUID(), Map.of(), 404, "not_found");
    }

    @Test
    void nobody_gives_themselves_a_role() {
        Map<String, Object> everything = Map.of("role", "admin", "role_id", 1, "flag_delete", "active", "bio", "hi");
        assertThat(binh.askStrangely("PATCH", "/users/me", everything).statusCode())
                .isEqualTo(200);
        assertThat(binh.get("/users/me").path("role").asText()).isEqualTo("user");
        binh.refused("PATCH", path(binh), Map.of("role", "admin"), 403, "forbidden");
        moderator.refused("PATCH", path(moderator), Map.of("role", "admin"), 403, "forbidden");
    }

    @Test
    void a_moderator_mutes_users_and_does_nothing_else_with_accounts() {
        moderator.refused("PATCH", path(binh), Map.of("role", "moderator"), 403, "forbidden");
        moderator.refused("PATCH", path(binh), Map.of("state", "disabled"), 403, "forbidden");
        moderator.refused("PATCH", path(admin), Map.of("state", "disabled"), 403, "forbidden");
        moderator.refused("PATCH", path(admin), Map.of("muted_until", inAnHour()), 403, "forbidden");
        moderator.refused(
                "PATCH", path(binh), Map.of("muted_until", inAnHour(), "state", "disabled"), 403, "forbidden");
        assertThat(moderator.get(path(binh)).path("muted_until").isNull())
                .as("all or nothing")
                .isTrue();
        assertThat(change(moderator, binh, Map.of("muted_until", inAnHour()))
                        .path("muted_until")
                        .isTextual())
                .isTrue();
    }

    @Test
    void the_last_admin_stays() {
        admin.refused("PATCH", path(admin), Map.of("role", "user"), 409, "conflict");
        admin.refused("PATCH", path(admin), Map.of("state", "disabled"), 409, "conflict");
        admin.refused("DELETE", "/users/me", Map.of("password", "correct horse battery staple"), 409, "conflict");
        change(admin, chi, Map.of("role", "admin"));
        change(chi, admin, Map.of("role", "user"));
        admin.refused("GET", "/admin/users", Map.of(), 403, "forbidden");
        chi.refused("PATCH", path(chi), Map.of("role", "user"), 409, "conflict");
    }

    @Test
    void how_to_reach_people_is_told_to_admins_alone() {
        Map<String, String> registration = Map.of(
                "username", "reachable",
                "password", "correct horse battery staple",
                "email", "reach@example.org",
                "phone", "+84 912 345 678");
        String reachable = "/admin/users/"
                + binh.post("/auth/register", registration).at("/user/user_id").asText();

        assertThat(admin.get(reachable).path("email").asText()).isEqualTo("reach@example.org");
        assertThat(moderator.get(reachable).toString())
                .doesNotContain("reach@example.org")
                .doesNotContain("345");
        assertThat(admin.get("/admin/audit").at("/items/0/source").asText()).isEqualTo("127.0.0.1");
        assertThat(moderator.get("/admin/audit").toString()).doesNotContain("127.0.0.1");
    }

    @Test
    void unknown_ids_and_words_are_refused() {
        admin.refused("GET", "/admin/users/" + UUID.randomUUID(), Map.of(), 404, "not_found");
        admin.refused("PATCH", "/admin/users/" + UUID.randomUUID(), Map.of("role", "user"), 404, "not_found");
        admin.refused("POST", "/admin/reports/" + UUID.randomUUID() + "/resolve", Map.of(), 404, "not_found");
        for (Map<String, ?> change : List.of(
                Map.of("role", "root"),
                Map.of("role", 1),
                Map.of("state", "gone"),
                Map.of("muted_until", "tomorrow"),
                Map.of("muted_until", "2020-01-01T00:00:00Z"),
                Map.of("muted_until", 7))) {
            admin.refused("PATCH", path(binh), change, 400, "invalid_request");
        }
        for (String query : List.of(
                "/admin/users?role=root",
                "/admin/users?limit=0",
                "/admin/users?cursor=x",
                "/admin/users?query=" + "x".repeat(101),
                "/admin/rooms?kind=secret",
                "/admin/reports?state=old",
                "/admin/reports?user_id=1",
                "/admin/audit?action=nothing",
                "/admin/audit?cursor=YWJj")) {
            admin.refused("GET", query, Map.of(), 400, "invalid_request");
        }
    }

    // ---- what is felt

    @Test
    void a_new_role_is_told_to_open_sockets_at_once() {
        try (TestClient socket = binh.socket()) {
            listen(socket);
            change(admin, binh, Map.of("role", "moderator"));
            String after = socket.ask("watch", Map.of("user_ids", List.of()));
            JsonNode told = socket.await(frame -> frame.path("type").asText().equals("account_changed")
                    || frame.path("id").asText().equals(after));
            assertThat(told.at("/data/role").asText())
                    .as("told before the change is answered")
                    .isEqualTo("moderator");
        }
        assertThat(binh.get("/admin/users").path("items")).hasSize(4);
        change(admin, binh, Map.of("role", "user"));
        binh.refused("GET", "/admin/users", Map.of(), 403, "forbidden");
    }

    @Test
    void an_admin_switches_off_the_second_factor_of_who_has_lost_it() {
        String secret = binh.post("/auth/2fa/setup", Map.of()).path("secret").asText();
        binh.answer("POST", "/auth/2fa/confirm", Map.of("code", new Authenticator(secret, Clock.systemUTC()).code()));
        assertThat(admin.get(path(binh)).path("second_factor").asBoolean()).isTrue();
        assertThat(moderator.get(path(binh)).path("second_factor").asBoolean())
                .as("that is none of a moderator's business")
                .isFalse();

        moderator.refused("DELETE", path(binh) + "/2fa", Map.of(), 403, "forbidden");
        assertThat(admin.answer("DELETE", path(binh) + "/2fa").statusCode()).isEqualTo(204);
        assertThat(Person.login(server.url(), "binh").userId()).isEqualTo(binh.userId());
        assertThat(binh.get("/users/me").path("second_factor").asBoolean()).isFalse();
        JsonNode act = admin.get("/admin/audit?action=second_factor_removed").path("items");
        assertThat(act).hasSize(1);
        assertThat(act.at("/0/user/user_id").asText()).isEqualTo(binh.userId());
        assertThat(admin.answer("DELETE", path(binh) + "/2fa").statusCode()).isEqualTo(204);
        assertThat(admin.get("/admin/audit?action=second_factor_removed").path("items"))
                .as("what was off is no act")
                .hasSize(1);
    }

    @Test
    void a_disabled_person_is_gone_at_once_and_comes_back_as_they_were() {
        String room = binh.group(chi);
        binh.say(room, "I was here");
        try (TestClient socket = binh.socket();
                TestClient peer = chi.socket()) {
            chi.direct(binh);
            listen(socket);
            listen(peer);
            change(admin, binh, Map.of("state", "disabled"));
            assertThat(socket.awaitClose()).isEqualTo(4401);
            JsonNode told = peer.await("profile_updated").path("data");
            assertThat(told.path("closed").asBoolean()).isTrue();
            assertThat(told.path("username").asText()).isEmpty();
        }
        binh.refused("GET", "/users/me", Map.of(), 401, "unauthenticated");
        assertThat(chi.get("/users?query=binh").path("items")).isEmpty();
        chi.refused("GET", "/users/" + binh.userId(), Map.of(), 404, "not_found");
        assertThat(chi.get("/rooms/" + room + "/messages").at("/0/content").asText())
                .isEqualTo("I was here");
        assertThat(chi.get("/rooms/" + room + "/members").toString())
                .doesNotContain("binh")
                .contains("Former member");
        assertThat(admin.get(path(binh)).path("username").asText()).isEqualTo("binh");

        change(admin, binh, Map.of("state", "active"));
        Person back = Person.login(server.url(), "binh");
        assertThat(back.get("/rooms").path("items")).hasSize(2);
        assertThat(chi.get("/rooms/" + room + "/members").toString()).contains("binh");
    }

    @Test
    void a_muted_person_cannot_write_until_it_is_over() {
        String room = binh.group(chi);
        JsonNode before = binh.say(room, "fine");
        try (TestClient socket = binh.socket()) {
            listen(socket);
            String until = change(moderator, binh, Map.of("muted_until", inAnHour()))
                    .path("muted_until")
                    .asText();
            assertThat(socket.await("account_changed").at("/data/muted_until").asText())
                    .isEqualTo(until);
            String id = socket.ask(
                    "send_message", Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "rude"));
            JsonNode error =
                    socket.await(frame -> id.equals(frame.path("id").asText())).path("error");
            assertThat(error.path("code").asText()).isEqualTo("muted");
            assertThat(error.path("message").asText()).contains(until);
            assertThat(error.path("retryable").asBoolean()).isFalse();
            assertThat(error.path("retry_after_ms").asLong()).isBetween(3_500_000L, 3_600_000L);
        }
        binh.refused(
                "PATCH", "/messages/" + before.path("message_id").asText(), Map.of("content", "rude"), 403, "muted");
        assertThat(binh.get("/users/me").path("muted_until").isTextual()).isTrue();
        assertThat(moderator.get("/admin/users?muted=true").path("items")).hasSize(1);

        change(moderator, binh, nullMute());
        assertThat(binh.say(room, "sorry").path("seq").asLong()).isEqualTo(2);
    }

    // ---- reports

    @Test
    void a_reported_message_is_removed_for_everybody_and_the_audit_log_knows_who_did_it() {
        String room = binh.group(chi);
        String message =
                binh.say(room, "something rude 4711").path("message_id").asText();
        report(chi, message);
        JsonNode report = moderator.get("/admin/reports").at("/items/0");
        assertThat(report.at("/message/content").asText()).isEqualTo("something rude 4711");
        assertThat(report.at("/user/username").asText()).isEqualTo("binh");
        assertThat(report.at("/reporter/username").asText()).isEqualTo("chi");

        try (TestClient reader = chi.socket()) {
            listen(reader);
            assertThat(moderator.answer("DELETE", "/admin/messages/" + message).statusCode())
                    .isEqualTo(204);
            JsonNode told = reader.await("message_recalled").path("data");
            assertThat(told.path("user_id").asText()).isEqualTo(moderator.userId());
        }
        assertThat(chi.get("/rooms/" + room + "/messages").toString()).doesNotContain("4711");
        assertThat(moderator.get("/admin/reports").path("items")).isEmpty();
        JsonNode resolved = moderator.get("/admin/reports?state=resolved").at("/items/0");
        assertThat(resolved.at("/decided_by/username").asText()).isEqualTo("moderator.mai");
        JsonNode audit = admin.get("/admin/audit?actor_id=" + moderator.userId());
        assertThat(audit.path("items").findValuesAsText("action"))
                .containsExactly("report_resolved", "message_removed");
        assertThat(audit.toString()).doesNotContain("4711").doesNotContain("This is rude.");
    }

    @Test
    void only_what_one_can_see_is_reported_and_once() {
        String message = binh.say(binh.group(chi), "hm").path("message_id").asText();
        Map<String, String> ofMessage = Map.of("message_id", message, "reason", "no");
        admin.refused("POST", "/reports", ofMessage, 404, "not_found");
        binh.refused("POST", "/reports", ofMessage, 400, "invalid_request");
        chi.refused("POST", "/reports", Map.of("message_id", message), 400, "invalid_request");
        chi.refused("POST", "/reports", Map.of("message_id", message, "reason", "  "), 400, "invalid_request");
        chi.refused("POST", "/reports", Map.of("reason", "nothing"), 400, "invalid_request");
        chi.refused("POST", "/reports", Map.of("user_id", UUID.randomUUID(), "reason", "x"), 404, "not_found");
        chi.refused(
                "POST",
                "/reports",
                Map.of("user_id", binh.userId(), "reason", "x".repeat(1001)),
                400,
                "invalid_request");
        assertThat(chi.answer("POST", "/reports", ofMessage).statusCode()).isEqualTo(201);
        assertThat(chi.answer("POST", "/reports", ofMessage).statusCode()).isEqualTo(200);
        assertThat(moderator.get("/admin/reports").path("items")).hasSize(1);
        String other = binh.say(binh.group(chi), "gone").path("message_id").asText();
        binh.answer("DELETE", "/messages/" + other);
        chi.refused("POST", "/reports", Map.of("message_id", other, "reason", "x"), 409, "conflict");
    }

    @Test
    void a_report_is_decided_once_and_can_be_opened_again() {
        String id = chi.post("/reports", Map.of("user_id", binh.userId(), "reason", "spam"))
                .path("report_id")
                .asText();
        String path = "/admin/reports/" + id;
        assertThat(moderator.post(path + "/dismiss", Map.of()).path("state").asText())
                .isEqualTo("dismissed");
        admin.refused("POST", path + "/resolve", Map.of(), 409, "conflict");
        assertThat(admin.post(path + "/reopen", Map.of()).path("decided_by").isNull())
                .isTrue();
        assertThat(admin.post(path + "/resolve", Map.of()).path("state").asText())
                .isEqualTo("resolved");
        assertThat(admin.post(path + "/resolve", Map.of()).path("state").asText())
                .isEqualTo("resolved");
        assertThat(admin.get("/admin/audit?user_id=" + binh.userId())
                        .path("items")
                        .findValuesAsText("action"))
                .containsExactly("report_resolved", "report_reopened", "report_dismissed");
    }

    @Test
    void moderators_neither_see_nor_judge_reports_of_those_in_charge() {
        String id = chi.post("/reports", Map.of("user_id", moderator.userId(), "reason", "unfair"))
                .path("report_id")
                .asText();
        assertThat(moderator.get("/admin/reports").path("items")).isEmpty();
        moderator.refused("POST", "/admin/reports/" + id + "/dismiss", Map.of(), 404, "not_found");
        assertThat(admin.get("/admin/reports").path("items")).hasSize(1);
        String message =
                admin.say(admin.group(chi), "by an admin").path("message_id").asText();
        moderator.refused("DELETE", "/admin/messages/" + message, Map.of(), 403, "forbidden");
    }

    // ---- lists

    @Test
    void pages_of_every_list_hold_everything_once() {
        binh.group(chi);
        binh.direct(chi);
        assertThat(all("/admin/users?limit=1", "user_id")).hasSize(4).doesNotHaveDuplicates();
        assertThat(all("/admin/rooms?limit=1", "room_id")).hasSize(2).doesNotHaveDuplicates();
        change(admin, binh, Map.of("muted_until", inAnHour()));
        change(admin, binh, nullMute());
        assertThat(all("/admin/audit?limit=1", "audit_id")).hasSize(4).doesNotHaveDuplicates();
        chi.post("/reports", Map.of("user_id", binh.userId(), "reason", "one"));
        moderator.post("/reports", Map.of("user_id", binh.userId(), "reason", "two"));
        assertThat(all("/admin/reports?limit=1", "report_id")).hasSize(2).doesNotHaveDuplicates();
        assertThat(admin.get("/admin/reports").at("/items/0/reason").asText())
                .as("a queue begins with who waits longest")
                .isEqualTo("one");
    }

    private List<String> all(String path, String field) {
        List<String> found = new ArrayList<>();
        JsonNode page = admin.get(path);
        while (true) {
            page.path("items").forEach(item -> found.add(item.path(field).asText()));
            if (page.path("next_cursor").isNull()) {
                return found;
            }
            page = admin.get(path + "&cursor=" + page.path("next_cursor").asText());
        }
    }

    @Test
    void people_and_rooms_are_found_by_words_and_kinds() {
        String room = binh.group(chi);
        binh.direct(chi);
        assertThat(admin.get("/admin/users?query=BIN").at("/items/0/username").asText())
                .isEqualTo("binh");
        assertThat(admin.get("/admin/users?query=%25").path("items")).isEmpty();
        assertThat(admin.get("/admin/users?role=admin").path("items")).hasSize(1);
        assertThat(admin.get("/admin/rooms?kind=direct").at("/items/0/name").isNull())
                .isTrue();
        JsonNode found = moderator.get("/admin/rooms?query=OF+binh").at("/items/0");
        assertThat(found.path("room_id").asText()).isEqualTo(room);
        assertThat(found.path("member_count").asInt()).isEqualTo(2);
        assertThat(found.at("/created_by/username").asText()).isEqualTo("binh");
    }

    @Test
    void the_overview_counts_what_there_is_and_what_happens() {
        String room = binh.group(chi);
        binh.say(room, "one");
        try (TestClient socket = binh.socket()) {
            socket.await("ready");
            JsonNode overview = moderator.get("/admin/stats");
            assertThat(overview.path("users").asLong()).isEqualTo(4);
            assertThat(overview.path("rooms").asLong()).isEqualTo(1);
            assertThat(overview.path("messages").asLong()).isEqualTo(1);
            assertThat(overview.path("connections").asInt()).isEqualTo(1);
            assertThat(overview.path("storage_bytes").asLong()).isPositive();
            long counted = 0;
            for (JsonNode minute : overview.path("minutes")) {
                counted += minute.path("messages").asLong();
            }
            assertThat(counted).isEqualTo(1);
        }
    }
}
