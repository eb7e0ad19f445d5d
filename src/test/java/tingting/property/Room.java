package tingting.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tingting.protocol.Json;
import tingting.testing.Person;

/// A room as a plain client keeps it: fetched once over REST, and then changed by events alone.
final class Room {
    private static final int PAGE = 200;
    private static final List<String> SETTINGS = List.of(
            "name", "topic", "avatar_url", "history", "slow_mode_seconds", "message_ttl_seconds", "join_approval");

    private final String roomId;
    private long rev;
    private long lastSeq;
    private final ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private final TreeMap<String, String> members = new TreeMap<>();
    private final TreeMap<Long, ObjectNode> messages = new TreeMap<>();
    private final List<String> pins = new ArrayList<>();
    private Unread unread;
    /// What one has begun to write here, "" for nothing.
    private String draft;

    private Room(JsonNode record) {
        roomId = record.path("room_id").asText();
        rev = record.path("rev").asLong();
        lastSeq = record.path("last_seq").asLong();
        unread = Unread.of(record);
        draft = record.path("draft").path("content").asText("");
        SETTINGS.stream().filter(record::has).forEach(name -> settings.set(name, record.get(name)));
    }

    /// The room as it is for that person now; empty for who is no member.
    ///
    /// @param afterSeq what lies before is another story
    static Optional<Room> fetch(Person person, String roomId, long afterSeq) {
        return get(person, "/rooms/" + roomId).flatMap(record -> {
            Room room = new Room(record);
            return room.fetchMessages(person, afterSeq) && room.fetchMembers(person) && room.fetchPins(person, afterSeq)
                    ? Optional.of(room)
                    : Optional.empty();
        });
    }

    private static Optional<JsonNode> get(Person person, String path) {
        HttpResponse<byte[]> answer = person.answer("GET", path);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(Json.parse(answer.body()));
            case 404 -> Optional.empty();
            default -> throw new AssertionError("GET " + path + ": " + new String(answer.body()));
        };
    }

    private boolean fetchMessages(Person person, long afterSeq) {
        long after = afterSeq;
        while (true) {
            Optional<JsonNode> page =
                    get(person, "/rooms/" + roomId + "/messages?limit=" + PAGE + "&after_seq=" + after);
            if (page.isEmpty()) {
                return false;
            }
            for (JsonNode message : page.get()) {
                after = message.path("seq").asLong();
                message.path("reactions").forEach(reaction -> ((ObjectNode) reaction).remove("me"));
                messages.put(after, (ObjectNode) message);
            }
            if (page.get().size() < PAGE) {
                return true;
            }
        }
    }

    private boolean fetchMembers(Person person) {
        Optional<JsonNode> list = get(person, "/rooms/" + roomId + "/members");
        list.ifPresent(found -> found.path("items")
                .forEach(member -> members.put(
                        member.path("user_id").asText(), member.path("role").asText())));
        return list.isPresent();
    }

    private boolean fetchPins(Person person, long afterSeq) {
        Optional<JsonNode> list = get(person, "/rooms/" + roomId + "/pins");
        list.ifPresent(found -> found.path("items").forEach(message -> {
            if (message.path("seq").asLong() > afterSeq) {
                pins.add(message.path("message_id").asText());
            }
        }));
        return list.isPresent();
    }

    // ---- events

    long rev() {
        return rev;
    }

    Unread unread() {
        return unread;
    }

    void unread(Unread told) {
        unread = told;
    }

    String draft() {
        return draft;
    }

    void draft(String told) {
        draft = told;
    }

    long lastSeq() {
        return lastSeq;
    }

    /// Those who own it.
    List<String> owners() {
        return members.entrySet().stream()
                .filter(member -> member.getValue().equals("owner"))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean hasMember(String userId) {
        return members.containsKey(userId);
    }

    /// Applies the next change.
    void apply(JsonNode event) {
        rev = event.path("rev").asLong();
        JsonNode data = event.path("data");
        switch (event.path("type").asText()) {
            case "new_message" -> {
                lastSeq = data.path("seq").asLong();
                messages.put(lastSeq, data.deepCopy());
            }
            case "message_edited" -> edited(data);
            case "message_recalled" -> recalled(data);
            case "reaction" -> change(data, message -> message.set("reactions", data.get("reactions")));
            case "message_pinned" -> pinned(data, true);
            case "message_unpinned" -> pinned(data, false);
            case "member_joined", "member_role" ->
                members.put(data.path("user_id").asText(), data.path("role").asText());
            case "member_left" -> members.remove(data.path("user_id").asText());
            case "room_updated" ->
                SETTINGS.stream().filter(settings::has).forEach(name -> settings.set(name, data.get(name)));
            default -> throw new AssertionError("an event that clients do not know: " + event);
        }
    }

    private void edited(JsonNode data) {
        change(data, message -> {
            message.set("content", data.get("content"));
            message.set("mentions", data.get("mentions"));
            message.set("edited_at", data.get("edited_at"));
        });
        quoted(data, data.get("content"));
    }

    private void recalled(JsonNode data) {
        change(data, message -> {
            message.putNull("content");
            message.putNull("file_url");
            message.putArray("attachments");
            message.putArray("mentions");
            message.putArray("reactions");
            message.put("pinned", false);
            message.set("recalled_at", data.get("recalled_at"));
        });
        pins.remove(data.path("message_id").asText());
        quoted(data, JsonNodeFactory.instance.nullNode());
    }

    private void pinned(JsonNode data, boolean on) {
        String messageId = data.path("message_id").asText();
        change(data, message -> message.put("pinned", on));
        pins.remove(messageId);
        if (on) {
            pins.addFirst(messageId);
        }
    }

    private void change(JsonNode data, java.util.function.Consumer<ObjectNode> how) {
        messages.values().stream()
                .filter(message -> message.path("message_id").equals(data.path("message_id")))
                .forEach(how);
    }

    /// Replies show what a message says now. The texts of these stories are short enough to be quoted whole.
    private void quoted(JsonNode data, JsonNode content) {
        for (ObjectNode message : messages.values()) {
            if (message.path("reply_to").path("message_id").equals(data.path("message_id"))) {
                ((ObjectNode) message.get("reply_to")).set("excerpt", content);
            }
        }
    }

    // ---- comparing

    /// Everything but unread counts and drafts, which have no rev.
    JsonNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("rev", rev).put("last_seq", lastSeq);
        state.set("settings", settings.deepCopy());
        state.set("members", Json.MAPPER.valueToTree(members));
        state.set("pins", Json.MAPPER.valueToTree(pins));
        ArrayNode list = state.putArray("messages");
        messages.values().forEach(message -> list.add(message.deepCopy()));
        return state;
    }

    List<ObjectNode> messages() {
        return List.copyOf(messages.values());
    }

    String roomId() {
        return roomId;
    }
}
