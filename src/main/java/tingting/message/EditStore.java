package tingting.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL that reads what messages said before their edits.
final class EditStore {
    private EditStore() {}

    /// Newest first.
    static List<Edits.Former> list(Handle handle, UUID messageId) {
        return handle.createQuery(
                        "SELECT content, written_at FROM tb_edits WHERE message_id = :message ORDER BY rev DESC")
                .bind("message", messageId)
                .map((row, context) -> new Edits.Former(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .list();
    }
}
