package tingting.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// What the server has promised: every change that it acknowledged, and every one that it showed to somebody. Safe
/// from any thread.
final class Ledger {
    /// @param type of the event that the change is
    record Promise(String roomId, long rev, String type, String messageId) {}

    /// A message that was asked for; it keeps its `client_msg_id` until it is acknowledged.
    record Asked(int sender, String roomId, String clientMsgId, String content) {}

    /// An acknowledged message.
    record Kept(Asked asked, String messageId, long seq, long rev) {}

    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Asked> open = new HashMap<>();
    /// By message: the text that it has for certain, then those that were asked for since.
    private final Map<String, List<String>> texts = new HashMap<>();

    /// What was asked for once already, and would change nothing a second time.
    private final Set<String> asked = new HashSet<>();

    /// Whether this was not asked for before.
    synchronized boolean first(String what) {
        return asked.add(what);
    }

    synchronized void promised(Promise promise) {
        promises.add(promise);
    }

    /// A change that somebody was shown.
    void shown(JsonNode event) {
        JsonNode data = event.path("data");
        promised(new Promise(
                event.path("room_id").asText(),
                event.path("rev").asLong(),
                event.path("type").asText(),
                data.path("message_id").asText()));
    }

    synchronized void asked(Asked message) {
        open.put(message.clientMsgId, message);
    }

    synchronized void acknowledged(Asked message, JsonNode ack) {
        Kept now = new Kept(
                message,
                ack.path("message_id").asText(),
                ack.path("seq").asLong(),
                ack.path("rev").asLong());
        open.remove(message.clientMsgId);
        kept.put(message.clientMsgId, now);
        texts.computeIfAbsent(now.messageId, id -> new ArrayList<>()).addFirst(message.content);
        promised(new Promise(message.roomId, now.rev, "new_message", now.messageId));
    }

    /// A text that somebody asks to give the message.
    synchronized void editing(String messageId, String content) {
        texts.computeIfAbsent(messageId, id -> new ArrayList<>()).add(content);
    }

    /// The edit was acknowledged: what was asked for before it is overwritten.
    synchronized void edited(String messageId, String content) {
        List<String> possible = texts.getOrDefault(messageId, List.of());
        possible.subList(0, possible.indexOf(content)).clear();
    }

    /// Some acknowledged message of that sender, if there is one.
    synchronized Optional<Kept> any(int sender, SplittableRandom random) {
        List<Kept> own = kept.values().stream()
                .filter(message -> message.asked.sender == sender)
                .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(own.get(random.nextInt(own.size())));
    }

    synchronized List<Asked> unacknowledged() {
        return List.copyOf(open.values());
    }

    synchronized Map<String, Kept> kept() {
        return Map.copyOf(kept);
    }

    /// How many promises there are.
    synchronized int size() {
        return promises.size();
    }

    synchronized List<Promise> promises() {
        return List.copyOf(promises);
    }

    synchronized List<String> texts(String messageId) {
        return List.copyOf(texts.getOrDefault(messageId, List.of()));
    }
}
