package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// What is taken away is felt by open sockets within a second of the answer: logout, a revoked device, a closed
/// account, a lost role, a block.
class RevocationTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final TestServer SERVER = TestServer.start();
    private static final Person ADMIN = Person.register(SERVER.url(), "admin.an");
    private static int count;

    static {
        SERVER.admin("grant", "admin.an", "admin");
    }

    private final Person binh = Person.register(SERVER.url(), "binh" + ++count);
    private final Person chi = Person.register(SERVER.url(), "chi" + count);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void signing_out_closes_the_session_s_sockets_and_no_other_s() {
        Person elsewhere = Person.login(SERVER.url(), binh.name());
        try (TestClient here = listening(binh);
                TestClient there = listening(elsewhere)) {
            binh.answer("POST", "/auth/logout");
            assertThat(here.awaitClose(SOON)).isEqualTo(4401);
            assertThat(there.isOpen()).isTrue();
        }
    }

    @Test
    void a_device_that_is_revoked_loses_its_sockets() {
        Person elsewhere = Person.login(SERVER.url(), binh.name());
        String session = elsewhere.get("/auth/sessions").at("/items").findParents("session_id").stream()
                .filter(one -> one.path("current").asBoolean())
                .map(one -> one.path("session_id").asText())
                .findFirst()
                .orElseThrow();
        try (TestClient there = listening(elsewhere)) {
            assertThat(binh.answer("DELETE", "/auth/sessions/" + session).statusCode())
                    .isEqualTo(204);
            assertThat(there.awaitClose(SOON)).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted"})
    void a_closed_account_loses_its_sockets(String state) {
        try (TestClient socket = listening(binh)) {
            ADMIN.patch("/admin/users/" + binh.userId(), Map.of("state", state));
            assertThat(socket.awaitClose(SOON)).isEqualTo(4401);
        }
    }

    @Test
    void a_role_that_is_lost_is_told_and_lost_at_once_on_the_server_and_in_a_room() {
        ADMIN.patch("/admin/users/" + binh.userId(), Map.of("role", "moderator"));
        String room = chi.group(binh);
        String member = "/rooms/" + room + "/members/" + binh.userId();
        chi.patch(member, Map.of("role", "admin"));
        try (TestClient socket = listening(binh)) {
            ADMIN.patch("/admin/users/" + binh.userId(), Map.of("role", "user"));
            assertThat(soon(socket, "account_changed").path("role").asText()).isEqualTo("user");
            binh.refused("GET", "/admin/users", Map.of(), 403, "forbidden");

            chi.patch(member, Map.of("role", "member"));
            assertThat(soon(socket, "member_role").path("role").asText()).isEqualTo("member");
            assertThat(socket.refused("send_message", everybody(room))).isEqualTo("forbidden");
        }
    }

    @Test
    void a_block_parts_two_friends_on_their_open_sockets_in_both_directions() {
        String direct = binh.direct(chi);
        befriend();
        try (TestClient blocker = listening(binh);
                TestClient blocked = listening(chi)) {
            binh.post("/blocks", Map.of("user_id", chi.userId()));
            assertParted(blocker, chi);
            assertParted(blocked, binh);
            for (TestClient socket : List.of(blocker, blocked)) {
                assertThat(socket.refused("send_message", words(direct))).isEqualTo("blocked");
                socket.request("typing", Map.of("room_id", direct, "is_typing", true));
            }
            String group = ADMIN.group(binh, chi);
            ADMIN.say(group, "the end");
            for (TestClient socket : List.of(blocker, blocked)) {
                JsonNode next = socket.await(frame -> List.of("typing", "new_message")
                        .contains(frame.path("type").asText()));
                assertThat(next.path("type").asText()).isEqualTo("new_message");
            }
        }
    }

    @Test
    void a_block_acts_in_both_directions_wherever_one_could_reach_the_other() {
        String group = binh.group();
        binh.post("/blocks", Map.of("user_id", chi.userId()));

        for (List<Person> pair : List.of(List.of(binh, chi), List.of(chi, binh))) {
            Person one = pair.getFirst();
            Person other = pair.getLast();
            Map<String, String> body = Map.of("user_id", other.userId());
            assertThat(one.get("/users?query=" + other.name()).path("items")).isEmpty();
            assertThat(one.get("/users/" + other.userId())
                            .at("/presence/status")
                            .asText())
                    .isEqualTo("offline");
            one.refused("POST", "/rooms/direct", body, 403, "blocked");
            one.refused("POST", "/friends/requests", body, 403, "blocked");
            Map<String, Object> room = Map.of("kind", "group", "name", "a trap", "member_ids", List.of(other.userId()));
            one.refused("POST", "/rooms", room, 403, "blocked");
        }
        Map<String, Object> wish = Map.of("user_ids", List.of(chi.userId()));
        binh.refused("POST", "/rooms/" + group + "/members", wish, 403, "blocked");
        String code =
                binh.post("/rooms/" + group + "/invites", Map.of()).path("code").asText();
        chi.refused("POST", "/invites/" + code + "/join", Map.of(), 404, "not_found");
    }

    private void befriend() {
        binh.post("/friends/requests", Map.of("user_id", chi.userId()));
        chi.post("/friends/requests", Map.of("user_id", binh.userId()));
    }

    private static void assertParted(TestClient socket, Person from) {
        assertThat(soon(socket, "friend_removed").path("user_id").asText()).isEqualTo(from.userId());
        JsonNode seen = soon(socket, "presence");
        assertThat(seen.path("user_id").asText()).isEqualTo(from.userId());
        assertThat(seen.path("status").asText()).isEqualTo("offline");
    }

    private static Map<String, Object> words(String room) {
        return Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "hello");
    }

    private static Map<String, Object> everybody(String room) {
        return Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "@all", "mention_all", true);
    }

    /// What the next frame of that type says, which comes within a second.
    private static JsonNode soon(TestClient socket, String type) {
        long answered = System.nanoTime();
        JsonNode told = socket.await(type);
        assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(SOON);
        return told.path("data");
    }

    /// A socket that hears what passes: its first request, even a wrong one, ends the hold.
    private static TestClient listening(Person person) {
        TestClient client = person.socket();
        client.await("ready");
        client.tell("typing", Map.of());
        client.await("error");
        return client;
    }
}
