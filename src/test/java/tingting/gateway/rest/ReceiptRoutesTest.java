package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

class ReceiptRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person an = Person.register(server.url(), "an_nguyen");
    private final Person binh = Person.register(server.url(), "binh_tran");
    private final Person chi = Person.register(server.url(), "chi_le");
    private final String room = an.group(binh, chi);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void receipts_name_everybody_but_the_sender() {
        String message = an.say(room, "hello").path("message_id").asText();
        binh.post("/rooms/" + room + "/read", Map.of("seq", 1));
        assertThat(chi.post("/rooms/" + room + "/delivered", Map.of("seq", 1))
                        .path("unread")
                        .asLong())
                .isEqualTo(1);

        JsonNode items = an.get("/messages/" + message + "/receipts").path("items");
        assertThat(items).hasSize(2);
        assertThat(items).allMatch(item -> item.path("delivered").asBoolean());
        assertThat(items)
                .filteredOn(item -> item.path("read").asBoolean())
                .extracting(item -> item.path("user_id").asText())
                .containsExactly(binh.userId());
    }

    @Test
    void receipts_of_others_rooms_are_not_found() {
        String message =
                an.say(an.direct(binh), "between us").path("message_id").asText();
        assertThat(chi.answer("GET", "/messages/" + message + "/receipts", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(an.answer("POST", "/rooms/" + room + "/delivered", Map.of("seq", -1))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_switch_hides_ones_reading_and_that_of_others_at_once() {
        an.say(room, "hello");
        try (TestClient anLive = listening(an);
                TestClient chiLive = listening(chi)) {
            binh.post("/rooms/" + room + "/delivered", Map.of("seq", 1));
            chiLive.await("delivered");
            chi.patch("/users/me", Map.of("settings", Map.of("read_receipts", false)));
            chi.post("/rooms/" + room + "/read", Map.of("seq", 1));
            binh.post("/rooms/" + room + "/read", Map.of("seq", 1));

            assertThat(anLive.await("read").path("data").path("user_id").asText())
                    .isEqualTo(binh.userId());
            an.say(room, "the end");
            assertThat(typesUntil(chiLive, "new_message")).doesNotContain("read");
        }
        assertThat(readSeq(an, chi)).isZero();
        assertThat(readSeq(chi, binh)).isZero();
        assertThat(readSeq(chi, chi)).isEqualTo(1);
    }

    @Test
    void nobody_blocked_is_seen_typing() {
        String direct = an.direct(binh);
        try (TestClient anLive = listening(an);
                TestClient binhLive = listening(binh)) {
            anLive.tell("typing", Map.of("room_id", direct, "is_typing", true));
            binhLive.await("typing");

            binh.post("/blocks", Map.of("user_id", an.userId()));
            anLive.ask("typing", Map.of("room_id", direct, "is_typing", true));
            anLive.await("ack");
            an.say(room, "elsewhere");
            assertThat(typesUntil(binhLive, "new_message")).doesNotContain("typing");
        }
    }

    /// A socket that hears what passes: its first request, even a wrong one, ends the hold.
    private static TestClient listening(Person person) {
        TestClient client = person.socket();
        client.await("ready");
        client.tell("typing", Map.of());
        client.await("error");
        return client;
    }

    private long readSeq(Person reader, Person member) {
        for (JsonNode one : reader.get("/rooms/" + room + "/members").path("items")) {
            if (one.path("user_id").asText().equals(member.userId())) {
                return one.path("read_seq").asLong();
            }
        }
        throw new AssertionError("no member");
    }

    private static List<String> typesUntil(TestClient client, String type) {
        List<String> types = new ArrayList<>();
        client.await(frame -> {
            types.add(frame.path("type").asText());
            return types.getLast().equals(type);
        });
        return types;
    }
}
