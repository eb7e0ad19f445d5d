package tingting.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;
import tingting.protocol.RoomEvent;

/// Reads what [ChangeLog] wrote. A change that was read back shows the room as it is now.
public final class ChangeHistory {
    private record Row(long rev, String type, @Nullable UUID userId, JsonNode data, Instant createdAt) {}

    private ChangeHistory() {}

    /// The kept changes of a room with a rev in (after, upTo], in that order; new messages are not among them.
    public static List<RoomEvent> read(Handle handle, UUID roomId, long after, long upTo) {
        return handle
                .createQuery("SELECT rev, type, user_id, data, created_at FROM tb_changes"
                        + " WHERE room_id = :room AND rev > :after AND rev <= :upTo ORDER BY rev")
                .bind("room", roomId)
                .bind("after", after)
                .bind("upTo", upTo)
                .map((row, context) -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 3, context),
                        data(row.getString(4)),
                        Instant.ofEpochMilli(row.getLong(5))))
                .list()
                .stream()
                .map(row -> event(handle, roomId, row))
                .toList();
    }

    private static RoomEvent event(Handle handle, UUID roomId, Row row) {
        UUID about = row.userId;
        if (about == null) {
            throw new IllegalStateException("A change without its person: " + row.type);
        }
        RoomEvent.Body body = switch (row.type) {
            case "member_joined" ->
                new RoomEvent.MemberJoined(about, row.data.path("role").asText(), row.createdAt, id(row.data, "by"));
            case "member_left" -> new RoomEvent.MemberLeft(about, id(row.data, "by"));
            case "member_role" ->
                new RoomEvent.MemberRole(about, row.data.path("role").asText(), id(row.data, "by"));
            case "room_updated" -> RoomStore.profile(handle, roomId, about);
            default -> throw new IllegalStateException("Unknown change in the database: " + row.type);
        };
        Set<UUID> joined = body instanceof RoomEvent.MemberJoined ? Set.of(about) : Set.of();
        Set<UUID> left = ids(row.data, "left");
        if (left.isEmpty() && body instanceof RoomEvent.MemberLeft) {
            left = Set.of(about);
        }
        return new RoomEvent(roomId, row.rev, body, joined, left);
    }

    private static JsonNode data(@Nullable String json) {
        try {
            return json == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Unreadable change in the database", e);
        }
    }

    private static UUID id(JsonNode data, String field) {
        return UUID.fromString(data.path(field).asText());
    }

    private static Set<UUID> ids(JsonNode data, String field) {
        Set<UUID> ids = new LinkedHashSet<>();
        data.path(field).forEach(id -> ids.add(UUID.fromString(id.asText())));
        return ids;
    }
}
