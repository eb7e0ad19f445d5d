package tingting.message;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of what people have begun to write.
final class DraftStore {
    private DraftStore() {}

    static Optional<SavedDraft> find(Handle handle, UUID userId, UUID roomId) {
        return handle.createQuery("SELECT content, reply_to, updated_at FROM tb_drafts"
                        + " WHERE user_id = :user AND room_id = :room")
                .bind("user", userId)
                .bind("room", roomId)
                .map((row, context) -> new SavedDraft(
                        row.getString(1),
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 2, context),
                        Instant.ofEpochMilli(row.getLong(3))))
                .findFirst();
    }

    static void put(Handle handle, UUID userId, UUID roomId, SavedDraft draft) {
        handle.createUpdate("INSERT INTO tb_drafts (user_id, room_id, content, reply_to, updated_at)"
                        + " VALUES (:user, :room, :content, :replyTo, :at)"
                        + " ON CONFLICT (user_id, room_id) DO UPDATE SET content = excluded.content,"
                        + " reply_to = excluded.reply_to, updated_at = excluded.updated_at")
                .bind("user", userId)
                .bind("room", roomId)
                .bind("content", draft.content())
                .bindByType("replyTo", draft.replyTo(), UUID.class)
                .bind("at", draft.updatedAt().toEpochMilli())
                .execute();
    }

    /// @return whether there was one
    static boolean delete(Handle handle, UUID userId, UUID roomId) {
        return handle.createUpdate("DELETE FROM tb_drafts WHERE user_id = :user AND room_id = :room")
                        .bind("user", userId)
                        .bind("room", roomId)
                        .execute()
                > 0;
    }
}
