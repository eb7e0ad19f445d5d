package tingting.message;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import tingting.protocol.Problem;
import tingting.room.Role;

/// SQL of where members stand in their rooms.
final class RoomPositions {
    private static final String SELECT = "SELECT m.user_id, m.room_id, r.rev, r.last_seq, m.read_seq, m.skipped,"
            + " m.joined_rev, m.hidden, m.delivered_seq, m.mentioned_seq, r.mentioned_all_seq,"
            + " m.visible_from_seq FROM tb_user_room m JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id ";

    private static final RowMapper<Row> ROW = (row, context) -> {
        var id = context.findColumnMapperFor(UUID.class).orElseThrow();
        return new Row(
                id.map(row, 1, context),
                id.map(row, 2, context),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getBoolean(8),
                row.getLong(9),
                Math.max(row.getLong(10), row.getLong(11)),
                row.getLong(12));
    };

    /// One member in one room. Unread = lastSeq − readSeq − skipped.
    ///
    /// @param hidden whether it is a direct room that they have left: its next message brings it back
    /// @param mentionedSeq the newest message that mentioned them, alone or with everybody
    /// @param visibleFrom the first seq that they may see
    record Row(
            UUID userId,
            UUID roomId,
            long rev,
            long lastSeq,
            long readSeq,
            long skipped,
            long joinedRev,
            boolean hidden,
            long deliveredSeq,
            long mentionedSeq,
            long visibleFrom) {
        long unread() {
            return Math.max(0, lastSeq - readSeq - skipped);
        }

        /// Whether an unread message mentions them.
        boolean mentioned() {
            return mentionedSeq > readSeq && unread() > 0;
        }

        /// The newest message that has reached them: what was read was delivered.
        long reached() {
            return Math.max(deliveredSeq, readSeq);
        }

        Row read(long seq, long skippedAbove) {
            return new Row(
                    userId,
                    roomId,
                    rev,
                    lastSeq,
                    seq,
                    skippedAbove,
                    joinedRev,
                    hidden,
                    deliveredSeq,
                    mentionedSeq,
                    visibleFrom);
        }

        Row delivered(long seq) {
            return new Row(
                    userId, roomId, rev, lastSeq, readSeq, skipped, joinedRev, hidden, seq, mentionedSeq, visibleFrom);
        }

        RoomPosition position() {
            return new RoomPosition(
                    roomId, rev, joinedRev, lastSeq, readSeq, unread(), mentioned(), visibleFrom, hidden);
        }
    }

    private RoomPositions() {}

    /// The rooms that these people have in their lists.
    static List<Row> of(Handle handle, Collection<UUID> userIds) {
        return handle.createQuery(SELECT + "WHERE m.user_id IN (<users>) AND NOT m.hidden")
                .bindList("users", List.copyOf(userIds))
                .map(ROW)
                .list();
    }

    /// All rooms of one person, hidden ones too, the one with the newest message first.
    static List<Row> newestFirst(Handle handle, UUID userId) {
        return handle.createQuery(
                        SELECT + "WHERE m.user_id = :user ORDER BY COALESCE((SELECT t.created_at FROM tb_messages t"
                                + " WHERE t.room_id = m.room_id AND t.seq = r.last_seq), r.created_at) DESC, r.chat_room_id")
                .bind("user", userId)
                .map(ROW)
                .list();
    }

    /// Those who were members when the message was sent and still are, without its sender.
    static List<Row> recipients(Handle handle, UUID messageId) {
        return handle.createQuery(SELECT + "JOIN tb_messages t ON t.room_id = m.room_id AND t.rev > m.joined_rev"
                        + " AND t.user_id <> m.user_id WHERE t.message_id = :message ORDER BY m.user_room_id")
                .bind("message", messageId)
                .map(ROW)
                .list();
    }

    /// The ids of a person's rooms, hidden ones too.
    static List<UUID> rooms(Handle handle, UUID userId) {
        return handle.createQuery("SELECT room_id FROM tb_user_room WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(UUID.class)
                .list();
    }

    static List<Row> in(Handle handle, Collection<UUID> roomIds) {
        return handle.createQuery(SELECT + "WHERE m.room_id IN (<rooms>)")
                .bindList("rooms", List.copyOf(roomIds))
                .map(ROW)
                .list();
    }

    static Optional<Row> of(Handle handle, UUID userId, UUID roomId) {
        return handle.createQuery(SELECT + "WHERE m.user_id = :user AND m.room_id = :room")
                .bind("user", userId)
                .bind("room", roomId)
                .map(ROW)
                .findFirst();
    }

    /// The member as a reader of the room.
    ///
    /// @throws Problem `not_found` for an outsider
    static Reader reader(Handle handle, UUID userId, UUID roomId) {
        return handle.createQuery("SELECT visible_from_seq FROM tb_user_room WHERE room_id = :room AND user_id = :user")
                .bind("user", userId)
                .bind("room", roomId)
                .mapTo(Long.class)
                .findFirst()
                .map(visibleFrom -> new Reader(userId, visibleFrom))
                .orElseThrow(Problem::notFound);
    }

    /// Whether somebody is an owner or admin of the room.
    static boolean moderates(Handle handle, UUID userId, UUID roomId) {
        return handle.createQuery("SELECT role FROM tb_user_room WHERE room_id = :room AND user_id = :user")
                .bind("user", userId)
                .bind("room", roomId)
                .mapTo(String.class)
                .findFirst()
                .flatMap(Role::parse)
                .filter(role -> role.above(Role.MEMBER))
                .isPresent();
    }

    static long lastSeq(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT last_seq FROM tb_chat_rooms WHERE chat_room_id = :room")
                .bind("room", roomId)
                .mapTo(Long.class)
                .one();
    }

    /// Own and recalled messages above a mark: they are never unread.
    static long skippedAbove(Handle handle, UUID userId, UUID roomId, long seq) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_messages WHERE room_id = :room AND seq > :seq"
                        + " AND (user_id = :user OR recalled_at IS NOT NULL)")
                .bind("user", userId)
                .bind("room", roomId)
                .bind("seq", seq)
                .mapTo(Long.class)
                .one();
    }

    static Optional<String> kind(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT kind FROM tb_chat_rooms WHERE chat_room_id = :room")
                .bind("room", roomId)
                .mapTo(String.class)
                .findFirst();
    }

    /// Raises the version of what clients keep of their rooms: one's other devices fetch the list again when they
    /// come back.
    static void raiseUserRev(Handle handle, UUID userId) {
        handle.createUpdate("UPDATE tb_users SET user_rev = user_rev + 1 WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    static long userRev(Handle handle, UUID userId) {
        return handle.createQuery("SELECT user_rev FROM tb_users WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(Long.class)
                .one();
    }
}
