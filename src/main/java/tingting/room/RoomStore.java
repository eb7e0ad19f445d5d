package tingting.room;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.protocol.RoomEvent;

/// SQL of rooms, outside the journal's hot path.
final class RoomStore {
    static final String DEFAULT_HISTORY = "all";

    private RoomStore() {}

    static void insert(Handle handle, RoomState room, RoomDraft draft, UUID creator, Instant now) {
        handle.createUpdate(
                        "INSERT INTO tb_chat_rooms (chat_room_id, kind, name, topic, avatar_url, is_group, history,"
                                + " created_by, created_at) VALUES (:id, :kind, :name, :topic, :avatar, TRUE, :history, :by, :now)")
                .bind("id", room.id())
                .bind("kind", room.kind().wire())
                .bind("name", draft.name())
                .bind("topic", draft.topic())
                .bind("avatar", draft.avatarUrl())
                .bind("history", DEFAULT_HISTORY)
                .bind("by", creator)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void insertDirect(Handle handle, RoomState room, Pair pair, UUID creator, Instant now) {
        handle.createUpdate("INSERT INTO tb_chat_rooms (chat_room_id, kind, is_group, history, created_by, created_at,"
                        + " direct_key) VALUES (:id, 'direct', FALSE, :history, :by, :now, :key)")
                .bind("id", room.id())
                .bind("history", DEFAULT_HISTORY)
                .bind("by", creator)
                .bind("now", now.toEpochMilli())
                .bind("key", pair.key())
                .execute();
    }

    static Optional<UUID> direct(Handle handle, Pair pair) {
        return handle.createQuery("SELECT chat_room_id FROM tb_chat_rooms WHERE direct_key = :key")
                .bind("key", pair.key())
                .mapTo(UUID.class)
                .findFirst();
    }

    static RoomEvent.RoomUpdated profile(Handle handle, UUID roomId, UUID by) {
        return handle.createQuery("SELECT name, topic, avatar_url, history, slow_mode_seconds, message_ttl_seconds,"
                        + " join_approval FROM tb_chat_rooms WHERE chat_room_id = :id")
                .bind("id", roomId)
                .map((row, context) -> new RoomEvent.RoomUpdated(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(6) == null ? null : row.getLong(6),
                        row.getBoolean(7),
                        by))
                .one();
    }

    static void update(Handle handle, UUID roomId, RoomEvent.RoomUpdated room) {
        handle.createUpdate("UPDATE tb_chat_rooms SET name = :name, topic = :topic, avatar_url = :avatar,"
                        + " history = :history, slow_mode_seconds = :slowMode, message_ttl_seconds = :ttl,"
                        + " join_approval = :approval WHERE chat_room_id = :id")
                .bind("id", roomId)
                .bind("name", room.name())
                .bind("topic", room.topic())
                .bind("avatar", room.avatarUrl())
                .bind("history", room.history())
                .bind("slowMode", room.slowModeSeconds())
                .bindByType("ttl", room.messageTtlSeconds(), Long.class)
                .bind("approval", room.joinApproval())
                .execute();
    }
}
