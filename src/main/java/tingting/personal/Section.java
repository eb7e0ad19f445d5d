package tingting.personal;

import java.util.List;
import java.util.UUID;

/// A list in somebody's export, and where its entries come from. Written by a part at a time, in the order of `key`.
///
/// @param key SQL of what no two of its rows share
/// @param from SQL after the columns, up to a condition: which rows are `:user`'s
record Section(String name, Key key, List<Column> columns, String from) {
    /// What rows are counted on by.
    ///
    /// @param sql the column
    /// @param type [UUID], [Long] or [String]
    /// @param first before every entry
    record Key(String sql, Class<?> type, Object first) {}

    /// What a column of the database is in JSON.
    enum Type {
        ID,
        TEXT,
        NUMBER,
        FLAG,
        TIME,
        /// Kept as JSON already.
        JSON
    }

    /// @param name in the export
    record Column(String name, String sql, Type type) {}

    private static Column column(String sql, Type type) {
        return new Column(sql.substring(sql.indexOf('.') + 1), sql, type);
    }

    private static Column id(String sql) {
        return column(sql, Type.ID);
    }

    private static Column text(String sql) {
        return column(sql, Type.TEXT);
    }

    private static Column number(String sql) {
        return column(sql, Type.NUMBER);
    }

    private static Column flag(String sql) {
        return column(sql, Type.FLAG);
    }

    private static Column time(String sql) {
        return column(sql, Type.TIME);
    }

    private static Key byId(String sql) {
        return new Key(sql, UUID.class, ErasureStore.FIRST);
    }

    /// The account itself: a list of one.
    static final Section ACCOUNT = new Section(
            "account",
            byId("u.user_id"),
            List.of(
                    id("u.user_id"),
                    text("u.username"),
                    text("u.email"),
                    time("u.email_verified_at"),
                    text("u.phone"),
                    text("u.img_url"),
                    text("u.display_name"),
                    text("u.bio"),
                    text("u.status_text"),
                    new Column("settings", "u.settings", Type.JSON),
                    new Column("role", "r.role_enum", Type.TEXT),
                    time("m.muted_until"),
                    new Column("second_factor_since", "f.confirmed_at", Type.TIME),
                    time("s.last_seen"),
                    time("u.created_at")),
            """
            FROM tb_users u JOIN tb_roles r ON r.role_id = u.role_id
            LEFT JOIN tb_mutes m ON m.user_id = u.user_id
            LEFT JOIN tb_second_factors f ON f.user_id = u.user_id
            LEFT JOIN tb_user_status s ON s.user_id = u.user_id
            WHERE u.user_id = :user
            """);

    /// All but messages, which are looked for room by room.
    static final List<Section> ALL = List.of(
            new Section(
                    "sessions",
                    byId("s.session_id"),
                    List.of(
                            id("s.session_id"),
                            text("s.user_agent"),
                            text("s.address"),
                            time("s.created_at"),
                            time("s.last_used_at"),
                            time("s.expires_at"),
                            time("s.revoked_at")),
                    "FROM tb_sessions s WHERE s.user_id = :user"),
            new Section(
                    "sign_in_links",
                    new Key("l.issuer", String.class, ""),
                    List.of(text("l.issuer"), text("l.label"), time("l.created_at")),
                    "FROM tb_oauth_links l WHERE l.user_id = :user"),
            new Section(
                    "passkeys",
                    byId("p.passkey_id"),
                    List.of(id("p.passkey_id"), text("p.name"), time("p.created_at"), time("p.last_used_at")),
                    "FROM tb_passkeys p WHERE p.user_id = :user"),
            new Section(
                    "friends",
                    byId("f.other"),
                    List.of(
                            new Column("user_id", "f.other", Type.ID),
                            text("u.username"),
                            text("u.display_name"),
                            text("f.status"),
                            flag("f.asked_by_me"),
                            new Column("since", "f.created_at", Type.TIME)),
                    """
                    FROM (SELECT friend_id AS other, status, TRUE AS asked_by_me, created_at FROM tb_friendships
                          WHERE user_id = :user AND status <> 'blocked'
                          UNION ALL SELECT user_id, status, FALSE, created_at FROM tb_friendships
                          WHERE friend_id = :user AND status <> 'blocked') f
                    LEFT JOIN tb_users u ON u.user_id = f.other AND u.flag_delete = 'active'
                    WHERE TRUE
                    """),
            new Section(
                    "blocks",
                    byId("f.friend_id"),
                    List.of(
                            new Column("user_id", "f.friend_id", Type.ID),
                            text("u.username"),
                            new Column("since", "f.created_at", Type.TIME)),
                    """
                    FROM tb_friendships f
                    LEFT JOIN tb_users u ON u.user_id = f.friend_id AND u.flag_delete = 'active'
                    WHERE f.user_id = :user AND f.status = 'blocked'
                    """),
            new Section(
                    "rooms",
                    byId("m.room_id"),
                    List.of(
                            id("m.room_id"),
                            text("r.kind"),
                            text("r.name"),
                            text("r.topic"),
                            text("m.role"),
                            time("m.joined_at"),
                            number("m.read_seq"),
                            time("m.muted_until"),
                            flag("m.pinned"),
                            flag("m.marked_unread"),
                            flag("m.hidden")),
                    """
                    FROM tb_user_room m JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id
                    WHERE m.user_id = :user AND r.deleted_at IS NULL
                    """),
            new Section(
                    "reactions",
                    new Key("r.reaction_id", Long.class, 0L),
                    List.of(id("r.message_id"), text("r.emoji"), time("r.created_at")),
                    "FROM tb_reaction r WHERE r.user_id = :user"),
            new Section(
                    "files",
                    byId("f.file_id"),
                    List.of(id("f.file_id"), text("f.name"), text("f.mime"), number("f.size"), time("f.created_at")),
                    "FROM tb_files f WHERE f.user_id = :user"),
            new Section(
                    "drafts",
                    byId("d.room_id"),
                    List.of(id("d.room_id"), text("d.content"), id("d.reply_to"), time("d.updated_at")),
                    "FROM tb_drafts d WHERE d.user_id = :user"),
            new Section(
                    "scheduled",
                    byId("s.scheduled_id"),
                    List.of(
                            id("s.scheduled_id"),
                            id("s.room_id"),
                            new Column("message", "s.body", Type.JSON),
                            time("s.send_at"),
                            time("s.created_at"),
                            text("s.problem")),
                    "FROM tb_scheduled s WHERE s.user_id = :user"),
            new Section(
                    "reports",
                    byId("r.report_id"),
                    List.of(
                            id("r.report_id"),
                            id("r.user_id"),
                            id("r.message_id"),
                            text("r.reason"),
                            text("r.state"),
                            time("r.created_at")),
                    "FROM tb_reports r WHERE r.reporter_id = :user"),
            new Section(
                    "join_requests",
                    byId("j.room_id"),
                    List.of(id("j.room_id"), time("j.created_at")),
                    "FROM tb_join_requests j WHERE j.user_id = :user"));
}
