package tingting.personal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;

/// The rows of tb_exports.
final class ExportStore {
    /// Its session lives, and so does its account: somebody may fetch it.
    private static final String REACHABLE = """
            EXISTS (SELECT 1 FROM tb_sessions s JOIN tb_users u ON u.user_id = s.user_id
                    WHERE s.session_id = e.session_id AND s.revoked_at IS NULL AND s.expires_at > :now
                      AND u.flag_delete = 'active')
            """;

    /// One that is being written.
    record Job(UUID exportId, UUID userId, int attempts) {}

    private ExportStore() {}

    static void insert(Handle handle, UUID exportId, Caller caller, Instant now, Instant expires) {
        handle.createUpdate("""
                        INSERT INTO tb_exports (export_id, user_id, session_id, state, created_at, expires_at)
                        VALUES (:id, :user, :session, 'waiting', :now, :expires)
                        """)
                .bind("id", exportId)
                .bind("user", caller.userId())
                .bind("session", caller.sessionId())
                .bind("now", now.toEpochMilli())
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    /// The newest first.
    static List<Export> list(Handle handle, Caller caller) {
        return handle.createQuery(
                        "SELECT * FROM tb_exports WHERE user_id = :user ORDER BY created_at DESC, export_id DESC")
                .bind("user", caller.userId())
                .map((RowView row) -> export(row, caller))
                .list();
    }

    static Optional<Export> find(Handle handle, Caller caller, UUID exportId) {
        return handle.createQuery("SELECT * FROM tb_exports WHERE export_id = :id AND user_id = :user")
                .bind("id", exportId)
                .bind("user", caller.userId())
                .map((RowView row) -> export(row, caller))
                .findOne();
    }

    /// Takes the one that has waited longest, or whose writer has not been heard of since its lease ended.
    static Optional<Job> claim(Handle handle, Instant now, Instant lease) {
        Optional<Job> job = handle.createQuery("""
                        SELECT export_id, user_id, attempts + 1 AS attempts FROM tb_exports
                        WHERE finished_at IS NULL AND (state = 'waiting' OR lease_until <= :now)
                        ORDER BY created_at LIMIT 1
                        """)
                .bind("now", now.toEpochMilli())
                .map((RowView row) -> new Job(
                        row.getColumn("export_id", UUID.class),
                        row.getColumn("user_id", UUID.class),
                        row.getColumn("attempts", Integer.class)))
                .findFirst();
        job.ifPresent(taken -> handle.createUpdate("""
                        UPDATE tb_exports SET state = 'running', attempts = attempts + 1, lease_until = :lease
                        WHERE export_id = :id
                        """)
                .bind("id", taken.exportId())
                .bind("lease", lease.toEpochMilli())
                .execute());
        return job;
    }

    /// Still writing. False when it is somebody else's by now, or gone.
    static boolean prolong(Handle handle, Job job, Instant lease) {
        return handle.createUpdate("""
                        UPDATE tb_exports SET lease_until = :lease
                        WHERE export_id = :id AND state = 'running' AND attempts = :attempts
                        """)
                        .bind("id", job.exportId())
                        .bind("attempts", job.attempts())
                        .bind("lease", lease.toEpochMilli())
                        .execute()
                > 0;
    }

    /// Gives it back unwritten: this server stops.
    static void release(Handle handle, Job job) {
        handle.createUpdate("""
                        UPDATE tb_exports SET state = 'waiting', attempts = attempts - 1, lease_until = NULL
                        WHERE export_id = :id AND state = 'running' AND attempts = :attempts
                        """)
                .bind("id", job.exportId())
                .bind("attempts", job.attempts())
                .execute();
    }

    /// @param size null when it could not be written
    static boolean finish(Handle handle, Job job, @Nullable Long size, Instant now) {
        return handle.createUpdate("""
                        UPDATE tb_exports SET state = :state, finished_at = :now, lease_until = NULL, size = :size
                        WHERE export_id = :id AND state = 'running' AND attempts = :attempts
                        """)
                        .bind("id", job.exportId())
                        .bind("attempts", job.attempts())
                        .bind("state", (size == null ? Export.State.FAILED : Export.State.READY).wire())
                        .bind("size", size)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    static void deleteExpired(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM tb_exports WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Whether anybody may still fetch it, or it is being written.
    static boolean isWanted(Handle handle, UUID exportId, Instant now) {
        return handle.createQuery(
                        "SELECT 1 FROM tb_exports e WHERE e.export_id = :id AND e.state <> 'failed' AND " + REACHABLE)
                .bind("id", exportId)
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Export export(RowView row, Caller caller) {
        return new Export(
                row.getColumn("export_id", UUID.class),
                Export.State.of(row.getColumn("state", String.class)),
                row.getColumn("session_id", UUID.class).equals(caller.sessionId()),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                time(row.getColumn("finished_at", Long.class)),
                Instant.ofEpochMilli(row.getColumn("expires_at", Long.class)),
                row.getColumn("size", Long.class));
    }

    private static @Nullable Instant time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
