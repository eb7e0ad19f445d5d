package tingting.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of requests to join.
final class JoinRequestStore {
    private JoinRequestStore() {}

    static void insert(Handle handle, UUID roomId, UUID userId, String code, Instant now) {
        handle.createUpdate("INSERT INTO tb_join_requests (room_id, user_id, code, created_at)"
                        + " VALUES (:room, :user, :code, :now)")
                .bind("room", roomId)
                .bind("user", userId)
                .bind("code", code)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static boolean has(Handle handle, UUID roomId, UUID userId) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_join_requests WHERE room_id = :room AND user_id = :user")
                        .bind("room", roomId)
                        .bind("user", userId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// Those of active people, who has waited longest first.
    static List<JoinRequest> list(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT q.user_id, q.created_at FROM tb_join_requests q"
                        + " JOIN tb_users u ON u.user_id = q.user_id AND u.flag_delete = 'active'"
                        + " WHERE q.room_id = :room ORDER BY q.created_at, q.user_id")
                .bind("room", roomId)
                .map((row, context) -> new JoinRequest(
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 1, context),
                        Instant.ofEpochMilli(row.getLong(2))))
                .list();
    }

    /// @return whether there was one
    static boolean delete(Handle handle, UUID roomId, UUID userId) {
        return handle.createUpdate("DELETE FROM tb_join_requests WHERE room_id = :room AND user_id = :user")
                        .bind("room", roomId)
                        .bind("user", userId)
                        .execute()
                > 0;
    }

    static void deleteAll(Handle handle, UUID roomId) {
        handle.createUpdate("DELETE FROM tb_join_requests WHERE room_id = :room")
                .bind("room", roomId)
                .execute();
    }
}
