package tingting.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;
import tingting.protocol.RoomEvent;

/// Reads what [ChangeLog] wrote. A change that was read back shows the room as it is now. What changed a message is
/// read here as a row; the package of messages knows what it tells.
public final class ChangeHistory {
    private ChangeHistory() {}

    /// The kept changes of a room with a rev in (after, upTo], in that order; new messages are not among them.
    public static List<KeptChange> read(Handle handle, UUID roomId, long after, long upTo) {
        return handle.createQuery("SELECT rev, type, message_id, user_id, data, created_at FROM tb_changes"
                        + " WHERE room_id = :room AND rev > :after AND rev <= :upTo ORDER BY rev")
                .bind("room", roomId)
                .bind("after", after)
                .bind("upTo", upTo)
                .map((row, context) -> {
                    ColumnMapper<UUID> id =
                            context.findColumnMapperFor(UUID.class).orElseThrow();
                    return new KeptChange(
                            roomId,
                            row.getLong(1),
                            row.getString(2),
                            id.map(row, 3, context),
                            id.map(row, 4, context),
                            data(row.getString(5)),
                            Instant.ofEpochMilli(row.getLong(6)));
                })
                .list();
    }

    /// What a change of the room itself or of its members tells.
    public static RoomEvent event(Handle handle, KeptChange change) {
        UUID about = change.userId();
        JsonNode data = change.data();
        RoomEvent.Body body = switch (change.type()) {
            case "member_joined" ->
                new RoomEvent.MemberJoined(about, data.path("role").asText(), change.createdAt(), id(data, "by"));
            case "member_left" -> new RoomEvent.MemberLeft(about, id(data, "by"));
            case "member_role" ->
                new RoomEvent.MemberRole(about, data.path("role").asText(), id(data, "by"));
            case "room_updated" -> RoomStore.profile(handle, change.roomId(), about);
            default -> throw change.unknown();
        };
        if (body instanceof RoomEvent.MemberJoined joined) {
            // of who has left and joined again since, this is the later one: they see no more by it
            return RoomEvent.joined(
                    change.roomId(), change.rev(), joined, MemberStore.visibleFrom(handle, change.roomId(), about));
        }
        Set<UUID> left = ids(data, "left");
        if (left.isEmpty() && body instanceof RoomEvent.MemberLeft) {
            left = Set.of(about);
        }
        return new RoomEvent(change.roomId(), change.rev(), body, Set.of(), left);
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
