package tingting.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// SQL of invites.
final class InviteStore {
    private static final String SELECT =
            "SELECT i.code, i.room_id, i.created_by, i.created_at, i.expires_at, i.max_uses, i.uses FROM tb_invites i ";
    private static final String WORKS = "revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)"
            + " AND (max_uses IS NULL OR uses < max_uses)";

    private static final RowMapper<Invite> INVITE = (row, context) -> {
        var id = context.findColumnMapperFor(UUID.class).orElseThrow();
        return new Invite(
                row.getString(1),
                id.map(row, 2, context),
                id.map(row, 3, context),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getObject(5) == null ? null : Instant.ofEpochMilli(row.getLong(5)),
                row.getObject(6) == null ? null : row.getInt(6),
                row.getInt(7));
    };

    private InviteStore() {}

    static void insert(Handle handle, Invite invite) {
        Instant expiresAt = invite.expiresAt();
        handle.createUpdate("INSERT INTO tb_invites (code, room_id, created_by, created_at, expires_at, max_uses)"
                        + " VALUES (:code, :room, :by, :at, :expires, :max)")
                .bind("code", invite.code())
                .bind("room", invite.roomId())
                .bind("by", invite.createdBy())
                .bind("at", invite.createdAt().toEpochMilli())
                .bindByType("expires", expiresAt == null ? null : expiresAt.toEpochMilli(), Long.class)
                .bindByType("max", invite.maxUses(), Integer.class)
                .execute();
    }

    /// An invite of a living room, whether it works or not.
    static Optional<Invite> find(Handle handle, String code) {
        return handle.createQuery(SELECT + "JOIN tb_chat_rooms r ON r.chat_room_id = i.room_id"
                        + " WHERE i.code = :code AND r.deleted_at IS NULL")
                .bind("code", code)
                .map(INVITE)
                .findFirst();
    }

    /// Those of a room that work, the newest first.
    static List<Invite> working(Handle handle, UUID roomId, Instant now) {
        return handle.createQuery(SELECT + "WHERE room_id = :room AND " + WORKS + " ORDER BY created_at DESC, code")
                .bind("room", roomId)
                .bind("now", now.toEpochMilli())
                .map(INVITE)
                .list();
    }

    static boolean works(Handle handle, String code, Instant now) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_invites WHERE code = :code AND " + WORKS)
                        .bind("code", code)
                        .bind("now", now.toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// Counts a use; false, and nothing counted, when the invite does not work any more.
    static boolean use(Handle handle, String code, Instant now) {
        return handle.createUpdate("UPDATE tb_invites SET uses = uses + 1 WHERE code = :code AND " + WORKS)
                        .bind("code", code)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /// @return whether there was one to revoke
    static boolean revoke(Handle handle, UUID roomId, String code, Instant now) {
        return handle.createUpdate("UPDATE tb_invites SET revoked_at = :now"
                                + " WHERE code = :code AND room_id = :room AND revoked_at IS NULL")
                        .bind("code", code)
                        .bind("room", roomId)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    static InvitePreview.Room room(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT r.chat_room_id, r.kind, r.name, r.avatar_url,"
                        + " (SELECT COUNT(*) FROM tb_user_room m WHERE m.room_id = r.chat_room_id)"
                        + " FROM tb_chat_rooms r WHERE r.chat_room_id = :room")
                .bind("room", roomId)
                .map((row, context) -> new InvitePreview.Room(
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 1, context),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5)))
                .one();
    }
}
