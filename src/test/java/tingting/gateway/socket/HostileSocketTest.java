package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.live.Limits;
import tingting.protocol.Caller;
import tingting.testing.TestClient;

/// What a client may not do, and how the socket ends then.
class HostileSocketTest {
    private final Node node = new Node(
            new Limits(64 * 1024, 5, Duration.ofMillis(400), 1 << 20, 1 << 28, Duration.ofSeconds(2)),
            new SocketLimits(SocketLimits.frames(200), Duration.ofMillis(1500), Duration.ofSeconds(2)));
    private final Caller an = node.person("an");

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void what_is_not_json_ends_the_socket() {
        String deep = "{\"type\":\"ping\",\"id\":\"1\",\"data\":%s1%s}".formatted("[".repeat(100), "]".repeat(100));
        for (String text : List.of("hello", "", "{", "{}{}", "{\"a\":1,\"a\":2}", "[".repeat(5000), deep)) {
            try (TestClient client = node.client(an)) {
                client.await("ready");
                client.sendText(text);
                assertThat(client.awaitClose()).as(text).isEqualTo(4400);
            }
        }
    }

    @Test
    void a_message_in_fragments_is_put_together_and_bounded_as_a_whole() throws Exception {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            client.send(TestClient.TEXT, false, bytes("{\"type\":\"pi"));
            client.send(TestClient.PING, true, bytes("between"));
            client.send(0, false, bytes("ng\",\"id\""));
            client.send(0, true, bytes(":1}"));
            assertThat(client.awaitPong()).isEqualTo("between");
            assertThat(client.await("pong").path("id").asInt()).isEqualTo(1);
            client.send(TestClient.TEXT, false, new byte[40_000]);
            client.send(0, true, new byte[40_000]);
            assertThat(client.awaitClose()).isEqualTo(1009);
        }
    }

    @Test
    void a_frame_that_is_too_long_ends_the_socket() throws Exception {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            client.send(TestClient.TEXT, true, new byte[64 * 1024 + 1]);
            assertThat(client.awaitClose()).isEqualTo(1009);
        }
    }

    @Test
    void the_longest_frame_is_read() throws Exception {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            String head = "{\"type\":\"ping\",\"id\":1,\"data\":{\"x\":\"";
            String tail = "\"}}";
            client.sendText(head + "x".repeat(64 * 1024 - head.length() - tail.length()) + tail);
            assertThat(client.await("pong").path("id").asInt()).isEqualTo(1);
        }
    }

    @Test
    void bad_utf8_ends_the_socket_also_across_fragments() throws Exception {
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
        try (TestClient client = node.client(an)) {
            client.await("ready");
            client.send(TestClient.TEXT, true, overlong);
            assertThat(client.awaitClose()).isEqualTo(1007);
        }
        try (TestClient client = node.client(an)) {
            client.await("ready");
            client.send(TestClient.TEXT, false, new byte[] {'"', (byte) 0xE1});
            client.send(0, true, new byte[] {'"'});
            assertThat(client.awaitClose()).isEqualTo(1007);
        }
    }

    @Test
    void binary_frames_are_refused() throws Exception {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            client.send(TestClient.BINARY, true, new byte[10]);
            assertThat(client.awaitClose()).isEqualTo(1003);
        }
    }

    @Test
    void a_frame_against_the_protocol_ends_the_socket() throws Exception {
        byte[] unmasked = {(byte) 0x81, 2, '{', '}'};
        byte[] reservedBit = {(byte) 0xC1, (byte) 0x80, 0, 0, 0, 0};
        byte[] strayContinuation = {(byte) 0x80, (byte) 0x80, 0, 0, 0, 0};
        for (byte[] frame : List.of(unmasked, reservedBit, strayContinuation)) {
            try (TestClient client = node.client(an)) {
                client.await("ready");
                client.sendRaw(frame);
                assertThat(client.awaitClose()).isEqualTo(1002);
            }
        }
    }

    @Test
    void who_does_not_authenticate_in_time_is_sent_away() {
        try (TestClient client = TestClient.open(node.port(), "/ws")) {
            assertThat(client.refused("ping", Map.of())).isEqualTo("unauthenticated");
            assertThat(client.awaitClose()).isEqualTo(4408);
        }
    }

    @Test
    void the_first_frame_may_authenticate() {
        try (TestClient client = TestClient.open(node.port(), "/ws")) {
            client.tell("auth", Map.of("token", Node.token(an)));
            assertThat(client.next().path("type").asText()).isEqualTo("ready");
        }
    }

    @Test
    void the_authorization_header_authenticates() {
        try (TestClient client =
                TestClient.open(node.port(), "/ws", Map.of("Authorization", "Bearer " + Node.token(an)))) {
            assertThat(client.next().path("type").asText()).isEqualTo("ready");
        }
    }

    @Test
    void a_bad_token_is_answered_with_4401() {
        try (TestClient query = TestClient.open(node.port(), "/ws?token=wrong");
                TestClient frame = TestClient.open(node.port(), "/ws")) {
            frame.tell("auth", Map.of("token", "wrong"));
            assertThat(query.awaitClose()).isEqualTo(4401);
            assertThat(frame.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void the_sockets_of_a_revoked_session_are_closed_and_others_stay() {
        Caller binh = node.person("binh");
        try (TestClient client = node.client(an);
                TestClient other = node.client(binh)) {
            client.await("ready");
            other.await("ready");
            node.revoke(an);
            assertThat(client.await("session_revoked")
                            .path("data")
                            .path("session_id")
                            .asText())
                    .isEqualTo(an.sessionId().toString());
            assertThat(client.awaitClose()).isEqualTo(4401);
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void the_newest_of_too_many_connections_is_refused() {
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            TestClient client = node.client(an);
            client.await("ready");
            clients.add(client);
        }
        try (TestClient sixth = node.client(an)) {
            assertThat(sixth.awaitClose()).isEqualTo(4409);
        }
        assertThat(clients).allMatch(TestClient::isOpen);
        clients.forEach(TestClient::close);
    }

    @Test
    void a_flood_ends_the_socket() {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            for (int i = 0; i < 300; i++) {
                client.sendText("{\"type\":\"ping\"}");
            }
            assertThat(client.awaitClose()).isEqualTo(4429);
        }
    }

    @Test
    void a_peer_that_answers_no_pings_is_dropped_and_one_that_does_stays() {
        try (TestClient dead = node.client(an);
                TestClient alive = node.client(an)) {
            dead.await("ready");
            alive.await("ready");
            dead.ignorePings();
            dead.awaitClose(Duration.ofSeconds(4));
            assertThat(alive.isOpen()).isTrue();
        }
    }

    @Test
    void a_goodbye_is_answered_with_its_code() throws Exception {
        try (TestClient client = node.client(an)) {
            client.await("ready");
            client.send(TestClient.CLOSE, true, new byte[] {(byte) (3000 >>> 8), (byte) 3000});
            assertThat(client.awaitClose()).isEqualTo(3000);
        }
    }

    @Test
    void a_stopping_server_advises_its_clients_and_then_closes_with_1012() throws Exception {
        try (TestClient client = node.client(an);
                TestClient unknown = TestClient.open(node.port(), "/ws")) {
            client.await("ready");
            Thread drain =
                    Thread.ofVirtual().start(() -> node.live.drain(Duration.ofMillis(300), Duration.ofSeconds(2)));
            assertThat(client.await("drain").path("data").path("grace_ms").asLong())
                    .isEqualTo(300);
            assertThat(client.awaitClose()).isEqualTo(1012);
            assertThat(unknown.awaitClose()).isEqualTo(1012);
            assertThat(drain.join(Duration.ofSeconds(5))).isTrue();
            assertThat(node.live.connections()).isZero();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
