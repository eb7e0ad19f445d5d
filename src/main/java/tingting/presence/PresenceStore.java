package tingting.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of presence: who may see whom, and when somebody was last there.
final class PresenceStore {
    private static final String NOT_BLOCKED =
            " AND NOT EXISTS (SELECT 1 FROM tb_friendships b WHERE b.status = 'blocked'"
                    + " AND (b.user_id = :user AND b.friend_id = p.user_id OR b.user_id = p.user_id AND b.friend_id = :user))";

    private PresenceStore() {}

    /// Who is told of a person without asking: friends, and the other ones of direct rooms that they have open.
    static Set<UUID> told(Handle handle, UUID userId) {
        return handle.createQuery("SELECT p.user_id FROM ("
                        + "SELECT friend_id AS user_id FROM tb_friendships WHERE user_id = :user AND status = 'accepted'"
                        + " UNION SELECT user_id FROM tb_friendships WHERE friend_id = :user AND status = 'accepted'"
                        + " UNION SELECT o.user_id FROM tb_user_room m"
                        + " JOIN tb_chat_rooms r ON r.chat_room_id = m.room_id AND r.kind = 'direct'"
                        + " JOIN tb_user_room o ON o.room_id = m.room_id AND o.user_id <> m.user_id AND NOT o.hidden"
                        + " WHERE m.user_id = :user) p WHERE TRUE" + NOT_BLOCKED)
                .bind("user", userId)
                .mapTo(UUID.class)
                .set();
    }

    /// Which of these people and the person may see each other: friends, and who shares a room, unless one blocks the
    /// other.
    static Set<UUID> visible(Handle handle, UUID userId, Collection<UUID> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery("SELECT p.user_id FROM tb_users p WHERE p.user_id IN (<people>) AND ("
                        + "EXISTS (SELECT 1 FROM tb_friendships f WHERE f.status = 'accepted'"
                        + " AND (f.user_id = :user AND f.friend_id = p.user_id OR f.user_id = p.user_id AND f.friend_id = :user))"
                        + " OR EXISTS (SELECT 1 FROM tb_user_room m JOIN tb_user_room o ON o.room_id = m.room_id"
                        + " WHERE m.user_id = :user AND o.user_id = p.user_id))" + NOT_BLOCKED)
                .bind("user", userId)
                .bindList("people", List.copyOf(people))
                .mapTo(UUID.class)
                .set();
    }

    static Map<UUID, Instant> lastSeen(Handle handle, Collection<UUID> people) {
        Map<UUID, Instant> seen = new HashMap<>();
        if (people.isEmpty()) {
            return seen;
        }
        handle.createQuery("SELECT user_id, last_seen FROM tb_user_status WHERE user_id IN (<people>)")
                .bindList("people", List.copyOf(people))
                .map((row, context) -> Map.entry(
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 1, context),
                        Instant.ofEpochMilli(row.getLong(2))))
                .forEach(one -> seen.put(one.getKey(), one.getValue()));
        return seen;
    }

    static void save(Handle handle, UUID userId, boolean online, Instant now) {
        handle.createUpdate(
                        "INSERT INTO tb_user_status (user_id, is_online, last_seen) VALUES (:user, :online, :now)"
                                + " ON CONFLICT (user_id) DO UPDATE SET is_online = excluded.is_online, last_seen = excluded.last_seen")
                .bind("user", userId)
                .bind("online", online)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
