package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.protocol.Json;
import tingting.testing.Http;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// What is too much, and for whom: on the whole server.
class LimitsTest {
    private TestServer server = TestServer.start(Map.of(
            "--limits-messages-per-second", "1",
            "--limits-messages-burst", "6",
            "--limits-writes-per-second", "1",
            "--limits-writes-burst", "8",
            "--limits-reads-per-second", "1",
            "--limits-reads-burst", "20",
            "--limits-guesses-per-address", "3"));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void messages_of_a_session_count_together_whichever_way_they_are_sent() {
        Person an = Person.register(server.url(), "anh");
        String room = an.group();
        try (TestClient socket = an.socket()) {
            for (int i = 0; i < 3; i++) {
                an.say(room, "over REST");
                socket.request("send_message", message(room));
            }
            assertThat(socket.refused("send_message", message(room))).isEqualTo("rate_limited");
            HttpResponse<byte[]> refused = an.answer("POST", "/rooms/" + room + "/messages", message(room));

            assertLimited(refused);
            assertThat(an.get("/rooms/" + room + "/messages"))
                    .as("reading goes on")
                    .hasSize(6);
        }
        Person.login(server.url(), "anh").say(room, "from another session");
    }

    @Test
    void changes_of_a_session_count_together_whichever_way_they_are_made() {
        Person an = Person.register(server.url(), "anh");
        String room = an.group();
        String message = an.say(room, "of an").path("message_id").asText();
        try (TestClient socket = an.socket()) {
            for (int i = 0; i < 3; i++) {
                an.patch("/messages/" + message, Map.of("content", "over REST " + i));
                socket.request("edit_message", Map.of("message_id", message, "content", "over the socket " + i));
            }
            assertThat(refusals(() -> an.answer("PATCH", "/messages/" + message, Map.of("content", "x"))))
                    .isPositive();
            assertThat(socket.refused("pin", Map.of("message_id", message))).isEqualTo("rate_limited");
            an.say(room, "messages go on");
        }
    }

    @Test
    void who_reads_too_much_is_told_how_long_to_wait_and_others_are_not() {
        Person an = Person.register(server.url(), "anh");
        Person binh = Person.register(server.url(), "binh");

        assertThat(refusals(() -> an.answer("GET", "/rooms"))).isPositive();
        assertLimited(an.answer("GET", "/friends"));
        assertThat(binh.get("/rooms").path("items")).isEmpty();
    }

    /// How many of so many are refused as are never allowed at once.
    private static long refusals(Supplier<HttpResponse<byte[]>> request) {
        return Stream.generate(request)
                .limit(40)
                .filter(answer -> answer.statusCode() == 429)
                .count();
    }

    @Test
    void wrong_passwords_of_an_address_have_to_wait_and_no_header_makes_another_address() throws Exception {
        Person.register(server.url(), "anh");
        for (int i = 0; i < 3; i++) {
            assertThat(login("nobody-" + i, "203.0.113." + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<byte[]> refused = login("nobody", "203.0.113.77");
        assertLimited(refused);
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(500L, 600L);
        assertThat(Person.login(server.url(), "anh").token())
                .as("who is known here gets in")
                .isNotEmpty();
    }

    @Test
    void behind_a_trusted_proxy_every_client_has_its_own_count() throws Exception {
        restartBehindProxy();
        for (int i = 0; i < 3; i++) {
            assertThat(login("nobody-" + i, "203.0.113.1").statusCode()).isEqualTo(401);
        }

        assertThat(login("nobody", "203.0.113.1").statusCode()).isEqualTo(429);
        assertThat(login("nobody", "203.0.113.2").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6.6.6.%d, 203.0.113.1", "unknown, 6.6.6.%d, 203.0.113.1", "%d, 203.0.113.1", ", 203.0.113.1"})
    void what_a_client_writes_before_its_proxy_does_changes_nothing(String chain) throws Exception {
        restartBehindProxy();
        for (int i = 0; i < 3; i++) {
            assertThat(login("nobody-" + i, chain.formatted(i)).statusCode()).isEqualTo(401);
        }

        assertThat(login("nobody", chain.formatted(9)).statusCode()).isEqualTo(429);
    }

    private void restartBehindProxy() {
        server.close();
        server = TestServer.start(Map.of("--limits-guesses-per-address", "3", "--trusted-proxies", "127.0.0.1"));
    }

    /// Each name with another `Forwarded`, which is believed of nobody.
    private HttpResponse<byte[]> login(String name, String forwardedFor) throws Exception {
        return Http.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", forwardedFor)
                .header("Forwarded", "for=198.51.100." + Math.floorMod(name.hashCode(), 250))
                .POST(BodyPublishers.ofByteArray(Json.bytes(Map.of("login", name, "password", "not the password"))))
                .build());
    }

    private static void assertLimited(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Json.parse(answer.body()).path("code").asText()).isEqualTo("rate_limited");
        assertThat(Json.parse(answer.body()).path("retryable").asBoolean()).isTrue();
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Long.parseLong(seconds)).isPositive());
    }

    private static Map<String, Object> message(String room) {
        Map<String, Object> message = new HashMap<>();
        message.put("room_id", room);
        message.put("client_msg_id", UUID.randomUUID());
        message.put("content", "over the socket");
        message.put("mentions", List.of());
        return message;
    }
}
