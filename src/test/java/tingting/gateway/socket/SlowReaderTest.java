package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tingting.live.Limits;
import tingting.protocol.Caller;
import tingting.testing.TestClient;

/// Who does not read is let go; nobody else notices.
class SlowReaderTest {
    @Test
    void a_slow_reader_is_closed_with_4503_while_the_others_go_on() {
        try (Node node = node(256 * 1024, 1 << 28)) {
            letOneGo(node, 4503);
        }
    }

    @Test
    void little_waits_beyond_the_bound() {
        try (Node node = node(256 * 1024, 1 << 28)) {
            // the bound, what the kernel holds back, and a few packets
            assertThat(letOneGo(node, 4503)).isLessThan(60);
        }
    }

    @Test
    void when_the_node_holds_too_much_the_largest_goes() {
        try (Node node = node(1 << 28, 256 * 1024)) {
            letOneGo(node, TestClient.ABNORMAL);
        }
    }

    @Test
    void who_reads_nothing_at_all_is_reset_and_misses_nothing_when_coming_back() {
        try (Node node = node(256 * 1024, 1 << 28, Duration.ofMillis(300))) {
            Caller an = node.person("an");
            Caller binh = node.person("binh");
            UUID room = node.group(binh, an);
            int sent = 0;
            try (TestClient stalled = TestClient.openWithoutReading(
                    node.port(), "/ws/" + room + "/" + an.userId() + "?token=" + Node.token(an))) {
                await().until(() -> node.live.isHere(an.userId()));
                for (String text = "x".repeat(10_000); node.live.isHere(an.userId()); sent++) {
                    node.say(binh, room, text);
                }
                await().atMost(Duration.ofSeconds(5)).until(() -> isReset(stalled));
            }
            try (TestClient again = node.client(an)) {
                JsonNode ready = again.await("ready").path("data");
                again.tell(
                        "resume",
                        Map.of(
                                "epoch",
                                ready.path("epoch"),
                                "user_rev",
                                ready.path("user_rev"),
                                "rooms",
                                Map.of(room, 0)));
                for (int rev = 1; rev <= sent; rev++) {
                    assertThat(again.await("new_message").path("rev").asLong()).isEqualTo(rev);
                }
            }
        }
    }

    /// Writing into a connection that the other side has reset fails.
    private static boolean isReset(TestClient client) {
        try {
            client.send(TestClient.PONG, true, new byte[0]);
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static Node node(long pendingBytes, long nodePendingBytes) {
        return node(pendingBytes, nodePendingBytes, Duration.ofSeconds(20));
    }

    private static Node node(long pendingBytes, long nodePendingBytes, Duration closing) {
        return new Node(
                new Limits(64 * 1024, 20, Duration.ofSeconds(25), pendingBytes, nodePendingBytes, closing),
                SocketLimits.defaults());
    }

    /// Answers how many messages of 10 KB were on their way to it.
    private static int letOneGo(Node node, int code) {
        Caller an = node.person("an");
        Caller binh = node.person("binh");
        Caller chi = node.person("chi");
        UUID room = node.group(an, binh, chi);
        String text = "x".repeat(10_000);
        try (TestClient other = node.listening(binh);
                TestClient slow = TestClient.openWithoutReading(
                        node.port(), "/ws/" + room + "/" + an.userId() + "?token=" + Node.token(an))) {
            await().until(() -> node.live.isHere(an.userId()));
            int sent = 0;
            while (node.live.isHere(an.userId())) {
                node.say(chi, room, text);
                sent++;
                assertThat(sent).as("messages of 10 KB before it was let go").isLessThan(5_000);
            }
            for (int rev = 1; rev <= sent; rev++) {
                assertThat(other.await("new_message").path("rev").asLong()).isEqualTo(rev);
            }
            slow.read();
            assertThat(slow.awaitClose()).isEqualTo(code);
            assertThat(other.isOpen()).isTrue();
            int waited = 0;
            for (JsonNode frame = slow.take(); frame != null; frame = slow.take()) {
                waited += frame.path("type").asText().equals("new_message") ? 1 : 0;
            }
            return waited;
        }
    }
}
