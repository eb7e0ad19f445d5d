package tingting.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import tingting.account.AccountState;
import tingting.protocol.Folding;

/// SQL of the lists of all accounts and all rooms, the newest first.
final class DirectoryStore {
    private static final String ACCOUNTS = """
            SELECT u.user_id, u.username, u.display_name, u.img_url, u.email, u.phone, r.role_enum, u.flag_delete,
                   t.muted_until, f.confirmed_at IS NOT NULL AS second_factor, u.created_at, s.last_seen,
                   (SELECT COUNT(*) FROM tb_reports p WHERE p.user_id = u.user_id AND p.state = 'open') AS open_reports
            FROM tb_users u JOIN tb_roles r ON r.role_id = u.role_id
            LEFT JOIN tb_mutes t ON t.user_id = u.user_id
            LEFT JOIN tb_second_factors f ON f.user_id = u.user_id
            LEFT JOIN tb_user_status s ON s.user_id = u.user_id
            """;

    /// A room, its maker as an id.
    record RoomRow(
            UUID roomId,
            String kind,
            @Nullable String name,
            int memberCount,
            long messageCount,
            UUID createdBy,
            Instant createdAt) {}

    private DirectoryStore() {}

    static List<AccountView> accounts(
            Handle handle, AccountFilter filter, Instant now, Optional<UUID> before, int limit) {
        StringBuilder sql = new StringBuilder(ACCOUNTS).append("WHERE TRUE");
        filter.words().ifPresent(words -> sql.append(" AND u.search_text LIKE :words ESCAPE '!'"));
        filter.role().ifPresent(role -> sql.append(" AND r.role_enum = :role"));
        filter.state().ifPresent(state -> sql.append(" AND u.flag_delete = :flag"));
        if (filter.muted()) {
            sql.append(" AND t.muted_until > :now");
        }
        before.ifPresent(id -> sql.append(" AND u.user_id < :before"));
        Query query = handle.createQuery(
                sql.append(" ORDER BY u.user_id DESC LIMIT :limit").toString());
        filter.words().ifPresent(words -> query.bind("words", "% " + escaped(Folding.fold(words)) + "%"));
        filter.role().ifPresent(role -> query.bind("role", role.wire()));
        filter.state().ifPresent(state -> query.bind("flag", state.flag()));
        if (filter.muted()) {
            query.bind("now", now.toEpochMilli());
        }
        before.ifPresent(id -> query.bind("before", id));
        return query.bind("limit", limit).map((RowView row) -> account(row)).list();
    }

    static Optional<AccountView> account(Handle handle, UUID userId) {
        return handle.createQuery(ACCOUNTS + "WHERE u.user_id = :user")
                .bind("user", userId)
                .map((RowView row) -> account(row))
                .findOne();
    }

    private static AccountView account(RowView row) {
        return new AccountView(
                row.getColumn("user_id", UUID.class),
                row.getColumn("username", String.class),
                row.getColumn("display_name", String.class),
                row.getColumn("img_url", String.class),
                row.getColumn("email", String.class),
                row.getColumn("phone", String.class),
                row.getColumn("role_enum", String.class),
                AccountState.of(row.getColumn("flag_delete", String.class)).wire(),
                time(row.getColumn("muted_until", Long.class)),
                row.getColumn("second_factor", Boolean.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                time(row.getColumn("last_seen", Long.class)),
                row.getColumn("open_reports", Integer.class));
    }

    static List<RoomRow> rooms(Handle handle, RoomFilter filter, Optional<UUID> before, int limit) {
        StringBuilder sql = new StringBuilder("SELECT c.chat_room_id, c.kind, c.name, c.last_seq, c.created_by,"
                + " c.created_at, (SELECT COUNT(*) FROM tb_user_room m WHERE m.room_id = c.chat_room_id) AS members"
                + " FROM tb_chat_rooms c WHERE c.deleted_at IS NULL");
        filter.words().ifPresent(words -> sql.append(" AND LOWER(c.name) LIKE LOWER(:words) ESCAPE '!'"));
        filter.kind().ifPresent(kind -> sql.append(" AND c.kind = :kind"));
        before.ifPresent(id -> sql.append(" AND c.chat_room_id < :before"));
        Query query = handle.createQuery(
                sql.append(" ORDER BY c.chat_room_id DESC LIMIT :limit").toString());
        filter.words().ifPresent(words -> query.bind("words", "%" + escaped(words.strip()) + "%"));
        filter.kind().ifPresent(kind -> query.bind("kind", kind.wire()));
        before.ifPresent(id -> query.bind("before", id));
        return query.bind("limit", limit).map((RowView row) -> room(row)).list();
    }

    private static RoomRow room(RowView row) {
        return new RoomRow(
                row.getColumn("chat_room_id", UUID.class),
                row.getColumn("kind", String.class),
                row.getColumn("name", String.class),
                row.getColumn("members", Integer.class),
                row.getColumn("last_seq", Long.class),
                row.getColumn("created_by", UUID.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)));
    }

    /// Wildcards mean themselves.
    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static @Nullable Instant time(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
