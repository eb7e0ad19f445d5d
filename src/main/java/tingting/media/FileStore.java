package tingting.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// SQL of files, and of the contents that they share.
final class FileStore {
    private static final RowMapper<KeptFile> FILE = (row, context) -> {
        var ids = context.findColumnMapperFor(UUID.class).orElseThrow();
        return FileRow.read(row, (from, column) -> ids.map(from, column, context));
    };

    private FileStore() {}

    static boolean member(Handle handle, UUID userId, UUID roomId) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_user_room WHERE room_id = :room AND user_id = :user")
                        .bind("room", roomId)
                        .bind("user", userId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// How many bytes somebody has uploaded since.
    static long uploaded(Handle handle, UUID userId, Instant since) {
        return handle.createQuery("SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM tb_files"
                        + " WHERE user_id = :user AND created_at >= :since")
                .bind("user", userId)
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /// Says that a content is wanted, before it is put into the storage.
    ///
    /// @return false when it is being deleted
    static boolean want(Handle handle, String hash, Instant now) {
        return handle.createUpdate("INSERT INTO tb_contents (hash, loose_at, doomed) VALUES (:hash, :now, FALSE)"
                                + " ON CONFLICT (hash) DO UPDATE SET loose_at = excluded.loose_at"
                                + " WHERE NOT tb_contents.doomed")
                        .bind("hash", hash)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    static void insert(Handle handle, KeptFile file) {
        handle.createUpdate("INSERT INTO tb_files (file_id, user_id, name, mime, hash, size, width, height, created_at)"
                        + " VALUES (:id, :user, :name, :mime, :hash, :size, :width, :height, :at)")
                .bind("id", file.fileId())
                .bind("user", file.userId())
                .bind("name", file.name())
                .bind("mime", file.mime())
                .bind("hash", file.hash())
                .bind("size", file.size())
                .bindByType("width", file.width(), Integer.class)
                .bindByType("height", file.height(), Integer.class)
                .bind("at", file.createdAt().toEpochMilli())
                .execute();
    }

    /// The file, for somebody who may see it now: its uploader until it is sent, then who can see a message that it is
    /// in.
    static Optional<KeptFile> visible(Handle handle, UUID userId, UUID fileId) {
        return handle.createQuery(FileRow.SELECT + "WHERE f.file_id = :file AND (f.refs = 0 AND f.user_id = :user"
                        + " OR EXISTS (SELECT 1 FROM tb_attachments a"
                        + " JOIN tb_messages m ON m.message_id = a.message_id"
                        + " JOIN tb_user_room u ON u.room_id = m.room_id AND u.user_id = :user"
                        + " WHERE a.file_id = f.file_id AND m.recalled_at IS NULL AND m.seq >= u.visible_from_seq))")
                .bind("file", fileId)
                .bind("user", userId)
                .map(FILE)
                .findFirst();
    }

    // ---- sweeping

    /// Deletes files that were uploaded before that and are in no message.
    static int deleteUnused(Handle handle, Instant before, Instant now) {
        handle.createUpdate("UPDATE tb_contents SET loose_at = :now WHERE hash IN"
                        + " (SELECT hash FROM tb_files WHERE refs = 0 AND created_at < :before)")
                .bind("before", before.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
        return handle.createUpdate("DELETE FROM tb_files WHERE refs = 0 AND created_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    /// Contents that no file has and none will have: from now on, nobody may want them before they are deleted.
    static List<String> doom(Handle handle, Instant before) {
        handle.createUpdate("UPDATE tb_contents SET doomed = TRUE WHERE loose_at < :before"
                        + " AND NOT EXISTS (SELECT 1 FROM tb_files f WHERE f.hash = tb_contents.hash)")
                .bind("before", before.toEpochMilli())
                .execute();
        handle.createUpdate("UPDATE tb_contents SET loose_at = NULL WHERE loose_at < :before AND NOT doomed")
                .bind("before", before.toEpochMilli())
                .execute();
        return handle.createQuery("SELECT hash FROM tb_contents WHERE loose_at IS NOT NULL AND doomed")
                .mapTo(String.class)
                .list();
    }

    static void deleteContent(Handle handle, String hash) {
        handle.createUpdate("DELETE FROM tb_contents WHERE hash = :hash AND doomed")
                .bind("hash", hash)
                .execute();
    }
}
