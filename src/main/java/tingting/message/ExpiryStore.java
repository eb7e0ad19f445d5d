package tingting.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of messages whose time ends.
final class ExpiryStore {
    /// A deleted room is closed to the journal, and nobody sees its messages.
    private static final String EXPIRING = " FROM tb_messages m JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id"
            + " WHERE m.expires_at IS NOT NULL AND m.recalled_at IS NULL AND r.deleted_at IS NULL";

    private ExpiryStore() {}

    /// The ids of messages whose time is over, the most overdue first.
    static List<UUID> expired(Handle handle, Instant now, int limit) {
        return handle.createQuery("SELECT m.message_id" + EXPIRING
                        + " AND m.expires_at <= :now ORDER BY m.expires_at, m.message_id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /// When the next one's time is over.
    static Optional<Instant> next(Handle handle) {
        return handle.createQuery("SELECT m.expires_at" + EXPIRING + " ORDER BY m.expires_at LIMIT 1")
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }
}
