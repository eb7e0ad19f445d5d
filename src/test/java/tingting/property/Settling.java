package tingting.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import tingting.protocol.Json;
import tingting.testing.Person;

/// What a story leaves to time: messages that are sent later, and those that disappear. The former are brought forward,
/// the latter live for seconds.
final class Settling {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FORWARD = Duration.ofMillis(500);

    private final Scene scene;

    private Settling(Scene scene) {
        this.scene = scene;
    }

    /// Returns when nothing happens by itself any more.
    static void await(Scene scene) {
        Settling settling = new Settling(scene);
        for (String roomId : scene.roomIds()) {
            scene.team().players().forEach(person -> settling.awaitSent(person, roomId));
            settling.awaitDisappeared(roomId);
        }
    }

    private void awaitSent(Person person, String roomId) {
        Awaitility.await(person.name() + "'s scheduled messages")
                .atMost(PATIENCE)
                .until(() -> nothingWaits(person, roomId));
    }

    private static boolean nothingWaits(Person person, String roomId) {
        HttpResponse<byte[]> list = person.answer("GET", "/rooms/" + roomId + "/scheduled");
        JsonNode waiting = Json.parse(list.body()).path("items");
        for (JsonNode message : waiting) {
            assertThat(message.path("problem").isNull()).as(message.toString()).isTrue();
            Instant soon = Instant.now().plus(FORWARD);
            if (Instant.parse(message.path("send_at").asText()).isAfter(soon)) {
                String path = "/scheduled/" + message.path("scheduled_id").asText();
                Answer.of(person.answer("PATCH", path, Map.of("send_at", soon)));
            }
        }
        return waiting.isEmpty();
    }

    private void awaitDisappeared(String roomId) {
        Awaitility.await("the end of messages that disappear")
                .atMost(PATIENCE)
                .until(() -> scene.fetch(scene.witness(roomId), roomId).orElseThrow().messages().stream()
                        .noneMatch(Settling::lives));
    }

    private static boolean lives(JsonNode message) {
        return !message.path("expires_at").isNull()
                && message.path("recalled_at").isNull();
    }
}
