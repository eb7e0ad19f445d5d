package tingting.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The rows of tb_reports.
final class ReportStore {
    /// A row, with people as ids.
    record Row(
            UUID reportId,
            UUID reporterId,
            UUID userId,
            @Nullable UUID messageId,
            String reason,
            ReportState state,
            Instant createdAt,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Instant mutedUntil) {}

    private static final String SELECT = """
            SELECT r.report_id, r.reporter_id, r.user_id, r.message_id, r.reason, r.state, r.created_at, r.decided_by,
                   r.decided_at, t.muted_until
            FROM tb_reports r JOIN tb_users u ON u.user_id = r.user_id LEFT JOIN tb_mutes t ON t.user_id = r.user_id
            """;

    /// A moderator is no judge of those in charge, and does not learn who reported them.
    private static final String BELOW_STAFF = " AND u.role_id = 3";

    private ReportStore() {}

    static void insert(Handle handle, Row row) {
        handle.createUpdate("INSERT INTO tb_reports (report_id, reporter_id, user_id, message_id, reason, created_at)"
                        + " VALUES (:id, :reporter, :user, :message, :reason, :now)")
                .bind("id", row.reportId())
                .bind("reporter", row.reporterId())
                .bind("user", row.userId())
                .bindByType("message", row.messageId(), UUID.class)
                .bind("reason", row.reason())
                .bind("now", row.createdAt().toEpochMilli())
                .execute();
    }

    /// The reporter's own open reports, the newest first.
    static List<Row> openOf(Handle handle, UUID reporterId) {
        return handle.createQuery(
                        SELECT + "WHERE r.reporter_id = :reporter AND r.state = 'open' ORDER BY r.report_id DESC")
                .bind("reporter", reporterId)
                .map((RowView row) -> row(row))
                .list();
    }

    /// @param staff whether reports of those in charge may be found too
    static Optional<Row> find(Handle handle, UUID reportId, boolean staff) {
        return handle.createQuery(SELECT + "WHERE r.report_id = :id" + (staff ? "" : BELOW_STAFF))
                .bind("id", reportId)
                .map((RowView row) -> row(row))
                .findOne();
    }

    /// The open ones in the order in which they came, of all others the newest first.
    static List<Row> list(Handle handle, ReportFilter filter, boolean staff, Optional<UUID> after, int limit) {
        boolean queue = filter.state() == ReportState.OPEN;
        String sql = SELECT
                + "WHERE r.state = :state"
                + (staff ? "" : BELOW_STAFF)
                + (filter.userId().isPresent() ? " AND r.user_id = :user" : "")
                + (after.isPresent() ? " AND r.report_id " + (queue ? ">" : "<") + " :after" : "")
                + " ORDER BY r.report_id "
                + (queue ? "" : "DESC ")
                + "LIMIT :limit";
        Query query = handle.createQuery(sql).bind("state", filter.state().wire());
        filter.userId().ifPresent(user -> query.bind("user", user));
        after.ifPresent(id -> query.bind("after", id));
        return query.bind("limit", limit).map((RowView row) -> row(row)).list();
    }

    /// @param by empty for who acts at the server itself, and for a report that is open again
    static void decide(Handle handle, UUID reportId, ReportState state, Optional<UUID> by, Instant now) {
        handle.createUpdate("UPDATE tb_reports SET state = :state, decided_by = :by, decided_at = :at"
                        + " WHERE report_id = :id")
                .bind("id", reportId)
                .bind("state", state.wire())
                .bindByType("by", by.orElse(null), UUID.class)
                .bindByType("at", state == ReportState.OPEN ? null : now.toEpochMilli(), Long.class)
                .execute();
    }

    /// The open reports of a message.
    static List<UUID> openAbout(Handle handle, UUID messageId) {
        return handle.createQuery("SELECT report_id FROM tb_reports WHERE message_id = :message AND state = 'open'")
                .bind("message", messageId)
                .mapTo(UUID.class)
                .list();
    }

    private static Row row(RowView row) {
        return new Row(
                row.getColumn("report_id", UUID.class),
                row.getColumn("reporter_id", UUID.class),
                row.getColumn("user_id", UUID.class),
                row.getColumn("message_id", UUID.class),
                row.getColumn("reason", String.class),
                ReportState.parse(row.getColumn("state", String.class)).orElseThrow(),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                row.getColumn("decided_by", UUID.class),
                time(row.getColumn("decided_at", Long.class)),
                time(row.getColumn("muted_until", Long.class)));
    }

    private static @Nullable Instant time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
