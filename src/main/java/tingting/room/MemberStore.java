package tingting.room;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// SQL of memberships, outside the journal's hot path.
final class MemberStore {
    private static final List<String> OF_MEMBERS = List.of("tb_user_room", "tb_drafts", "tb_scheduled");

    private MemberStore() {}

    static void insert(Handle handle, RoomState room, UUID userId, Role role, Instant now) {
        handle.createUpdate("INSERT INTO tb_user_room (user_id, room_id, joined_at, joined_rev, role, read_seq,"
                        + " delivered_seq, visible_from_seq)"
                        + " SELECT :user, chat_room_id, :now, :rev, :role, :seq, :seq,"
                        + " CASE WHEN history = 'all' THEN 0 ELSE :seq + 1 END"
                        + " FROM tb_chat_rooms WHERE chat_room_id = :room")
                .bind("user", userId)
                .bind("room", room.id())
                .bind("now", now.toEpochMilli())
                .bind("rev", room.rev())
                .bind("role", role.wire())
                .bind("seq", room.lastSeq())
                .execute();
    }

    /// The first seq that somebody may see; 0 also for who is no member.
    static long visibleFrom(Handle handle, UUID roomId, UUID userId) {
        return handle.createQuery("SELECT visible_from_seq FROM tb_user_room WHERE room_id = :room AND user_id = :user")
                .bind("room", roomId)
                .bind("user", userId)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }

    /// Ends a membership, and with it what the member had begun or meant to write.
    static void delete(Handle handle, UUID roomId, UUID userId) {
        for (String table : OF_MEMBERS) {
            handle.createUpdate("DELETE FROM " + table + " WHERE room_id = :room AND user_id = :user")
                    .bind("room", roomId)
                    .bind("user", userId)
                    .execute();
        }
    }

    /// The same for everybody.
    static void deleteAll(Handle handle, UUID roomId) {
        for (String table : OF_MEMBERS) {
            handle.createUpdate("DELETE FROM " + table + " WHERE room_id = :room")
                    .bind("room", roomId)
                    .execute();
        }
    }

    static void setRole(Handle handle, UUID roomId, UUID userId, Role role) {
        handle.createUpdate("UPDATE tb_user_room SET role = :role WHERE room_id = :room AND user_id = :user")
                .bind("room", roomId)
                .bind("user", userId)
                .bind("role", role.wire())
                .execute();
    }

    static List<UUID> userIds(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT user_id FROM tb_user_room WHERE room_id = :room")
                .bind("room", roomId)
                .mapTo(UUID.class)
                .list();
    }

    static int count(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_user_room WHERE room_id = :room")
                .bind("room", roomId)
                .mapTo(Integer.class)
                .one();
    }

    static int owners(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_user_room WHERE room_id = :room AND role = 'owner'")
                .bind("room", roomId)
                .mapTo(Integer.class)
                .one();
    }

    /// Who becomes owner when the last one leaves: the longest-standing admin, else member.
    static Optional<UUID> successor(Handle handle, UUID roomId, UUID leaving) {
        return handle.createQuery("SELECT user_id FROM tb_user_room WHERE room_id = :room AND user_id <> :leaving"
                        + " ORDER BY CASE role WHEN 'admin' THEN 0 ELSE 1 END, joined_rev, user_room_id LIMIT 1")
                .bind("room", roomId)
                .bind("leaving", leaving)
                .mapTo(UUID.class)
                .findFirst();
    }

    static List<Member> list(Handle handle, UUID roomId) {
        return handle.createQuery(
                        "SELECT user_id, role, joined_at, read_seq, delivered_seq FROM tb_user_room"
                                + " WHERE room_id = :room"
                                + " ORDER BY CASE role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 ELSE 2 END, joined_rev, user_room_id")
                .bind("room", roomId)
                .map((row, context) -> new Member(
                        context.findColumnMapperFor(UUID.class).orElseThrow().map(row, 1, context),
                        Role.of(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    static Optional<Role> role(Handle handle, UUID roomId, UUID userId) {
        return handle.createQuery("SELECT role FROM tb_user_room WHERE room_id = :room AND user_id = :user")
                .bind("room", roomId)
                .bind("user", userId)
                .mapTo(String.class)
                .findFirst()
                .map(Role::of);
    }

    /// Owners and admins.
    static List<UUID> administrators(Handle handle, UUID roomId) {
        return handle.createQuery("SELECT user_id FROM tb_user_room WHERE room_id = :room AND role <> 'member'")
                .bind("room", roomId)
                .mapTo(UUID.class)
                .list();
    }

    static boolean isMember(Handle handle, UUID roomId, UUID userId) {
        return role(handle, roomId, userId).isPresent();
    }

    /// Which of these people are there and active.
    static Set<UUID> active(Handle handle, Collection<UUID> userIds) {
        return handle.createQuery("SELECT user_id FROM tb_users WHERE flag_delete = 'active' AND user_id IN (<ids>)")
                .bindList("ids", List.copyOf(userIds))
                .mapTo(UUID.class)
                .set();
    }

    /// Which of these people have blocked the caller, or are blocked by them.
    static Set<UUID> blocked(Handle handle, UUID caller, Collection<UUID> userIds) {
        return handle.createQuery("SELECT friend_id FROM tb_friendships WHERE status = 'blocked' AND user_id = :caller"
                        + " AND friend_id IN (<ids>) UNION SELECT user_id FROM tb_friendships WHERE status = 'blocked'"
                        + " AND friend_id = :caller AND user_id IN (<ids>)")
                .bind("caller", caller)
                .bindList("ids", List.copyOf(userIds))
                .mapTo(UUID.class)
                .set();
    }

    /// Which of these people take messages and invitations from friends alone, and have not got the caller for one.
    static Set<UUID> closedTo(Handle handle, UUID caller, Collection<UUID> userIds) {
        return handle.createQuery("SELECT u.user_id FROM tb_users u WHERE u.friends_only AND u.user_id IN (<ids>)"
                        + " AND u.user_id <> :caller AND NOT EXISTS (SELECT 1 FROM tb_friendships f"
                        + " WHERE f.status = 'accepted' AND (f.user_id = u.user_id AND f.friend_id = :caller"
                        + " OR f.user_id = :caller AND f.friend_id = u.user_id))")
                .bind("caller", caller)
                .bindList("ids", List.copyOf(userIds))
                .mapTo(UUID.class)
                .set();
    }

    /// Raises the version of what clients keep of their rooms.
    static void raiseUserRev(Handle handle, Collection<UUID> userIds) {
        handle.createUpdate("UPDATE tb_users SET user_rev = user_rev + 1 WHERE user_id IN (<ids>)")
                .bindList("ids", userIds.stream().sorted().toList())
                .execute();
    }
}
