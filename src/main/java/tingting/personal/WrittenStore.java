package tingting.personal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;

/// Reads what somebody has written in a room, for their export. Of a recalled message nothing is left but its place.
final class WrittenStore {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WrittenStore() {}

    /// The number of the newest message of the room.
    static long lastSeq(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT last_seq FROM tb_chat_rooms WHERE chat_room_id = :room")
                .bind("room", roomId)
                .mapTo(Long.class)
                .one();
    }

    /// Their messages among those with these numbers, in order.
    ///
    /// @param from the first number
    /// @param to the last one
    static List<ObjectNode> read(Handle handle, UUID userId, UUID roomId, long from, long to) {
        List<ObjectNode> messages = handle.createQuery("""
                        SELECT message_id, room_id, seq, kind, content, file_url, reply_to, mentions, attachments, forwarded_from,
                            created_at, edited_at, recalled_at FROM tb_messages
                        WHERE room_id = :room AND seq BETWEEN :from AND :to AND user_id = :user ORDER BY seq
                        """)
                .bind("room", roomId)
                .bind("from", from)
                .bind("to", to)
                .bind("user", userId)
                .map((RowView row) -> message(row))
                .list();
        List<UUID> edited = messages.stream()
                .filter(message -> message.path("edited_at").isTextual())
                .map(message -> UUID.fromString(message.path("message_id").textValue()))
                .toList();
        Map<String, List<ObjectNode>> texts = formerTexts(handle, edited);
        messages.forEach(message -> {
            ArrayNode former = message.putArray("former_texts");
            texts.getOrDefault(message.path("message_id").textValue(), List.of())
                    .forEach(former::add);
        });
        return messages;
    }

    private static ObjectNode message(RowView row) {
        ObjectNode message = NODES.objectNode();
        message.put("message_id", id(row, "message_id"));
        message.put("room_id", id(row, "room_id"));
        message.put("seq", row.getColumn("seq", Long.class));
        message.put("kind", row.getColumn("kind", String.class));
        message.put("content", row.getColumn("content", String.class));
        message.put("file_url", row.getColumn("file_url", String.class));
        message.set("attachments", list(row, "attachments"));
        message.put("reply_to", id(row, "reply_to"));
        message.set("mentions", list(row, "mentions"));
        message.put("forwarded_from", id(row, "forwarded_from"));
        for (String time : List.of("created_at", "edited_at", "recalled_at")) {
            Long millis = row.getColumn(time, Long.class);
            message.set(time, millis == null ? NullNode.instance : NODES.textNode(time(millis)));
        }
        return message;
    }

    private static Map<String, List<ObjectNode>> formerTexts(Handle handle, List<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return Map.of();
        }
        record Former(String messageId, ObjectNode text) {}
        return handle
                .createQuery("SELECT message_id, content, written_at FROM tb_edits WHERE message_id IN (<ids>)"
                        + " ORDER BY message_id, rev")
                .bindList("ids", messageIds)
                .map((RowView row) -> new Former(
                        row.getColumn("message_id", UUID.class).toString(),
                        NODES.objectNode()
                                .put("content", row.getColumn("content", String.class))
                                .put("written_at", time(row.getColumn("written_at", Long.class)))))
                .stream()
                .collect(Collectors.groupingBy(
                        Former::messageId, Collectors.mapping(Former::text, Collectors.toList())));
    }

    private static JsonNode list(RowView row, String column) {
        String json = row.getColumn(column, String.class);
        return json == null ? NODES.arrayNode() : SectionStore.json(json);
    }

    private static @Nullable String id(RowView row, String column) {
        UUID id = row.getColumn(column, UUID.class);
        return id == null ? null : id.toString();
    }

    private static String time(long millis) {
        return Json.time(Instant.ofEpochMilli(millis));
    }
}
