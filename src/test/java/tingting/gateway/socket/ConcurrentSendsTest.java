package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// Many writers in one room, on the whole server.
class ConcurrentSendsTest {
    private static final int MESSAGES = 200;

    private final TestServer server = TestServer.start(TestServer.LIMITS_LIFTED);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void every_member_sees_two_hundred_concurrent_messages_in_one_order_without_a_gap() {
        List<Person> people = List.of("anh", "binh", "chi").stream()
                .map(name -> Person.register(server.url(), name))
                .toList();
        String room = people.get(0).group(people.get(1), people.get(2));
        List<TestClient> sockets = people.stream().map(Person::socket).toList();
        sockets.forEach(socket -> socket.await("ready"));

        for (int i = 0; i < MESSAGES; i++) {
            sockets.get(i % sockets.size())
                    .ask(
                            "send_message",
                            Map.of(
                                    "room_id",
                                    room,
                                    "client_msg_id",
                                    UUID.randomUUID().toString(),
                                    "kind",
                                    "text",
                                    "content",
                                    "message " + i));
        }

        List<Long> numbers = LongStream.rangeClosed(1, MESSAGES).boxed().toList();
        List<String> first = null;
        for (TestClient socket : sockets) {
            List<JsonNode> seen = socket.await("new_message", MESSAGES);
            assertThat(seen).extracting(event -> event.path("rev").asLong()).isEqualTo(numbers);
            assertThat(seen)
                    .extracting(event -> event.path("data").path("seq").asLong())
                    .isEqualTo(numbers);
            List<String> order = seen.stream()
                    .map(event -> event.path("data").path("message_id").asText())
                    .toList();
            assertThat(order).isEqualTo(first == null ? order : first);
            first = order;
        }
    }
}
