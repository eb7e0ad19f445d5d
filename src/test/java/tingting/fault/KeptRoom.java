package tingting.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import tingting.fault.Ledger.Kept;
import tingting.fault.Ledger.Promise;
import tingting.testing.Person;

/// All that the server has of a room, to be held against the ledger.
final class KeptRoom {
    private static final int PAGE = 500;

    private final Person member;
    private final String roomId;
    private final List<JsonNode> changes = new ArrayList<>();
    private final Map<String, JsonNode> messages = new HashMap<>();

    KeptRoom(Person member, String roomId) {
        this.member = member;
        this.roomId = roomId;
        for (JsonNode page = page(0); !page.isEmpty(); page = page(changes.size())) {
            page.forEach(changes::add);
        }
        changes.stream()
                .filter(change -> change.path("type").asText().equals("new_message"))
                .map(change -> change.path("data"))
                .forEach(message -> messages.put(message.path("client_msg_id").asText(), message));
    }

    private JsonNode page(long after) {
        return member.get("/rooms/" + roomId + "/changes?limit=" + PAGE + "&after_rev=" + after)
                .path("items");
    }

    /// Neither a rev nor a seq is missing or comes twice, and no message either.
    void checkNumbers() {
        assertThat(changes).extracting(change -> change.path("rev").asLong()).isEqualTo(upTo(changes.size()));
        List<JsonNode> created = changes.stream()
                .filter(change -> change.path("type").asText().equals("new_message"))
                .map(change -> change.path("data"))
                .toList();
        assertThat(created).extracting(message -> message.path("seq").asLong()).isEqualTo(upTo(created.size()));
        assertThat(messages).as("messages by client_msg_id").hasSameSizeAs(created);
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /// Everything that was acknowledged or shown is there, in the place that was told.
    void checkPromises(Ledger ledger) {
        Set<Promise> there = new HashSet<>();
        for (JsonNode change : changes) {
            there.add(new Promise(
                    roomId,
                    change.path("rev").asLong(),
                    change.path("type").asText(),
                    change.path("data").path("message_id").asText()));
        }
        assertThat(ledger.promises())
                .filteredOn(promise -> promise.roomId().equals(roomId) && !there.contains(promise))
                .as("promises that were not kept")
                .isEmpty();
    }

    /// Messages say what they were last told to say, and nothing once they are recalled.
    void checkTexts(Ledger ledger) {
        for (Kept kept : ledger.kept().values()) {
            if (kept.asked().roomId().equals(roomId)) {
                JsonNode message = messages.get(kept.asked().clientMsgId());
                assertThat(message).as(kept.toString()).isNotNull();
                assertThat(message.path("seq").asLong()).isEqualTo(kept.seq());
                if (message.path("recalled_at").isNull()) {
                    assertThat(ledger.texts(kept.messageId()))
                            .contains(message.path("content").asText());
                } else {
                    assertThat(message.path("content").isNull()).isTrue();
                }
            }
        }
    }

    /// What the list of rooms says is unread is what a count says.
    void checkUnread(Person reader) {
        JsonNode room = reader.get("/rooms/" + roomId);
        long mark = room.path("read_seq").asLong();
        long unread = messages.values().stream()
                .filter(message -> message.path("seq").asLong() > mark)
                .filter(message -> message.path("recalled_at").isNull())
                .filter(message -> !message.path("user_id").asText().equals(reader.userId()))
                .count();
        assertThat(room.path("unread").asLong())
                .as("unread of " + reader.name() + " after " + mark)
                .isEqualTo(unread);
    }
}
