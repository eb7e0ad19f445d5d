package tingting.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Message;
import tingting.protocol.UserEvent;
import tingting.room.RoomKind;

/// SQL of the list of conversations.
final class ConversationStore {
    private static final String SELECT = "SELECT r.chat_room_id, r.kind, r.name, r.topic, r.avatar_url, r.history,"
            + " r.created_by, r.created_at, r.last_seq, r.rev, m.read_seq, m.skipped, m.joined_rev, m.muted_until,"
            + " m.pinned, m.marked_unread, m.role, r.slow_mode_seconds, r.message_ttl_seconds, r.join_approval,"
            + " d.content, d.reply_to, d.updated_at,"
            + " (SELECT COUNT(*) FROM tb_user_room c WHERE c.room_id = r.chat_room_id),"
            + " (SELECT o.user_id FROM tb_user_room o WHERE r.kind = 'direct' AND o.room_id = r.chat_room_id"
            + " AND o.user_id <> m.user_id), m.hidden,"
            + " m.delivered_seq, m.mentioned_seq, r.mentioned_all_seq, m.visible_from_seq"
            + " FROM tb_user_room m JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id"
            + " LEFT JOIN tb_drafts d ON d.room_id = m.room_id AND d.user_id = m.user_id WHERE m.user_id = :user ";

    private ConversationStore() {}

    static List<Conversation> list(
            Handle handle, UUID userId, UnaryOperator<RoomPositions.Row> marks, Map<UUID, Message> newest) {
        return handle.createQuery(SELECT + "AND NOT m.hidden")
                .bind("user", userId)
                .map(mapper(userId, marks, newest))
                .list();
    }

    static Optional<Conversation> get(
            Handle handle,
            UUID userId,
            UUID roomId,
            UnaryOperator<RoomPositions.Row> marks,
            Map<UUID, Message> newest) {
        return handle.createQuery(SELECT + "AND m.room_id = :room")
                .bind("user", userId)
                .bind("room", roomId)
                .map(mapper(userId, marks, newest))
                .findFirst();
    }

    static void patch(Handle handle, UUID userId, UUID roomId, Inbox.Patch patch) {
        Optional<Instant> mutedUntil = patch.mutedUntil();
        handle.createUpdate("UPDATE tb_user_room SET"
                        + " muted_until = CASE WHEN :muteChanged THEN :mutedUntil ELSE muted_until END,"
                        + " pinned = COALESCE(:pinned, pinned),"
                        + " marked_unread = COALESCE(:markedUnread, marked_unread)"
                        + " WHERE user_id = :user AND room_id = :room")
                .bind("muteChanged", mutedUntil != null)
                .bindByType(
                        "mutedUntil",
                        mutedUntil == null
                                ? null
                                : mutedUntil.map(Instant::toEpochMilli).orElse(null),
                        Long.class)
                .bindByType("pinned", patch.pinned(), Boolean.class)
                .bindByType("markedUnread", patch.markedUnread(), Boolean.class)
                .bind("user", userId)
                .bind("room", roomId)
                .execute();
    }

    /// What a member may change of their own view of the room, as it stands.
    static UserEvent.RoomView view(Handle handle, UUID userId, UUID roomId) {
        return handle.createQuery("SELECT muted_until, pinned, marked_unread FROM tb_user_room"
                        + " WHERE user_id = :user AND room_id = :room")
                .bind("user", userId)
                .bind("room", roomId)
                .map((row, context) -> {
                    Long mutedUntil = number(row, 1);
                    return new UserEvent.RoomView(
                            roomId,
                            mutedUntil == null ? null : Instant.ofEpochMilli(mutedUntil),
                            row.getBoolean(2),
                            row.getBoolean(3));
                })
                .one();
    }

    private static RowMapper<Conversation> mapper(
            UUID userId, UnaryOperator<RoomPositions.Row> marks, Map<UUID, Message> newest) {
        return (row, context) -> {
            ColumnMapper<UUID> id = context.findColumnMapperFor(UUID.class).orElseThrow();
            UUID roomId = id.map(row, 1, context);
            RoomPositions.Row position = marks.apply(new RoomPositions.Row(
                    userId,
                    roomId,
                    row.getLong(10),
                    row.getLong(9),
                    row.getLong(11),
                    row.getLong(12),
                    row.getLong(13),
                    row.getBoolean(26),
                    row.getLong(27),
                    Math.max(row.getLong(28), row.getLong(29)),
                    row.getLong(30)));
            return new Conversation(
                    roomId,
                    RoomKind.parse(row.getString(2)).orElseThrow(),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getInt(18),
                    number(row, 19),
                    row.getBoolean(20),
                    id.map(row, 7, context),
                    Instant.ofEpochMilli(row.getLong(8)),
                    position.lastSeq(),
                    position.rev(),
                    position.readSeq(),
                    position.unread(),
                    position.mentioned(),
                    newest.get(roomId),
                    time(row, 14),
                    row.getBoolean(15),
                    row.getBoolean(16),
                    row.getString(17),
                    row.getInt(24),
                    id.map(row, 25, context),
                    draft(row, id.map(row, 22, context)));
        };
    }

    private static @Nullable SavedDraft draft(ResultSet row, @Nullable UUID replyTo) throws SQLException {
        String content = row.getString(21);
        return content == null ? null : new SavedDraft(content, replyTo, Instant.ofEpochMilli(row.getLong(23)));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        Long millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
