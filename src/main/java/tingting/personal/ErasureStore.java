package tingting.personal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// SQL of erasing somebody, in parts that hold nobody up.
final class ErasureStore {
    /// Before every id.
    static final UUID FIRST = new UUID(0, 0);

    private static final int ROOMS = 500;

    /// Some rooms in the order of their ids.
    ///
    /// @param written those in which somebody has written
    /// @param last null when there are no more
    record Rooms(List<UUID> written, @Nullable UUID last) {}

    /// A message, and its place among those of its sender in the room.
    record Written(UUID place, UUID messageId, boolean recalled) {}

    private ErasureStore() {}

    /// The next rooms, deleted ones left out, each looked up by an index: nobody keeps a list of where somebody wrote.
    static Rooms rooms(Handle handle, UUID userId, UUID after) {
        record Row(UUID roomId, boolean written) {}
        List<Row> rows = handle.createQuery("""
                        SELECT r.chat_room_id, r.deleted_at IS NULL AND EXISTS (
                            SELECT 1 FROM tb_messages m WHERE m.room_id = r.chat_room_id AND m.user_id = :user) AS written
                        FROM tb_chat_rooms r WHERE r.chat_room_id > :after ORDER BY r.chat_room_id LIMIT :limit
                        """)
                .bind("user", userId)
                .bind("after", after)
                .bind("limit", ROOMS)
                .map((RowView row) ->
                        new Row(row.getColumn("chat_room_id", UUID.class), row.getColumn("written", Boolean.class)))
                .list();
        return new Rooms(
                rows.stream().filter(Row::written).map(Row::roomId).toList(),
                rows.isEmpty() ? null : rows.getLast().roomId());
    }

    /// The next messages of somebody in a room, in the order of the index that finds them.
    static List<Written> written(Handle handle, UUID userId, UUID roomId, UUID after, int limit) {
        return handle.createQuery("""
                        SELECT client_msg_id, message_id, recalled_at IS NOT NULL AS recalled FROM tb_messages
                        WHERE room_id = :room AND user_id = :user AND client_msg_id > :after
                        ORDER BY client_msg_id LIMIT :limit
                        """)
                .bind("room", roomId)
                .bind("user", userId)
                .bind("after", after)
                .bind("limit", limit)
                .map((RowView row) -> new Written(
                        row.getColumn("client_msg_id", UUID.class),
                        row.getColumn("message_id", UUID.class),
                        row.getColumn("recalled", Boolean.class)))
                .list();
    }

    /// A group or channel that they are in, after that one.
    static Optional<UUID> group(Handle handle, UUID userId, UUID after) {
        return handle.createQuery("""
                        SELECT m.room_id FROM tb_user_room m JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id
                        WHERE m.user_id = :user AND m.room_id > :after AND r.kind <> 'direct' AND r.deleted_at IS NULL
                        ORDER BY m.room_id LIMIT 1
                        """)
                .bind("user", userId)
                .bind("after", after)
                .mapTo(UUID.class)
                .findFirst();
    }

    /// Deletes some of the rows; answers how many.
    static int delete(Handle handle, Belongings.Rows rows, UUID userId, int limit) {
        return handle.createUpdate("DELETE FROM " + rows.table() + " WHERE (" + rows.key() + ") IN (SELECT "
                        + rows.key() + " FROM " + rows.table() + " WHERE " + rows.owned() + " LIMIT " + limit + ")")
                .bind("user", userId)
                .execute();
    }

    /// Leaves of the account an id that nobody signs in to, and of its place in direct rooms that it was there.
    static void strip(Handle handle, UUID userId) {
        handle.createUpdate("""
                        UPDATE tb_user_room SET muted_until = NULL, pinned = FALSE, marked_unread = FALSE
                        WHERE user_id = :user
                        """).bind("user", userId).execute();
        handle.createUpdate("""
                        UPDATE tb_users SET username = '', username_key = :nobody, password = NULL, email = NULL,
                            email_key = NULL, claim_key = NULL, email_verified_at = NULL, phone = NULL, phone_key = NULL,
                            img_url = NULL, display_name = '', bio = '', status_text = '', settings = '{}',
                            friends_only = FALSE, search_text = '', role_id = 3, flag_delete = 'delete',
                            user_rev = user_rev + 1
                        WHERE user_id = :user
                        """)
                .bind("user", userId)
                // no username has a colon
                .bind("nobody", "erased:" + userId)
                .execute();
    }
}
