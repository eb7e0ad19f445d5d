package tingting.personal;

import java.util.List;

/// The rows that are of nobody else's concern: they go when their owner is erased. A test looks at every table that
/// names a person, so that a new one is thought of: here, or among those that stay.
final class Belongings {
    private static final String OWN = "user_id = :user";

    /// @param key the columns of its primary key, so that a part of the rows can be taken at a time
    /// @param owned which rows are `:user`'s
    record Rows(String table, String key, String owned) {}

    /// In an order in which none refers to what is gone.
    static final List<Rows> ERASED = List.of(
            new Rows(
                    "tb_refresh_tokens",
                    "token_hash",
                    "session_id IN (SELECT session_id FROM tb_sessions WHERE user_id = :user)"),
            new Rows("tb_sessions", "session_id", OWN),
            new Rows("tb_second_factors", "user_id", OWN),
            new Rows("tb_recovery_codes", "user_id, code_hash", OWN),
            new Rows("tb_oauth_links", "issuer, subject", OWN),
            new Rows("tb_passkeys", "passkey_id", OWN),
            new Rows("tb_user_status", "user_id", OWN),
            new Rows("tb_drafts", "user_id, room_id", OWN),
            new Rows("tb_scheduled", "scheduled_id", OWN),
            new Rows("tb_join_requests", "room_id, user_id", OWN),
            new Rows("tb_reports", "report_id", "reporter_id = :user"),
            new Rows("tb_mutes", "user_id", OWN),
            new Rows("tb_exports", "export_id", OWN));

    /// What stays, under an id without a name: what others have been given, and what others said or did.
    static final List<String> KEPT = List.of(
            "tb_users",
            "tb_closures",
            "tb_friendships",
            "tb_chat_rooms",
            "tb_user_room",
            "tb_messages",
            "tb_changes",
            "tb_reaction",
            "tb_files",
            "tb_invites",
            "tb_audit");

    private Belongings() {}
}
