package tingting.friend;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tingting.protocol.Cursor;
import tingting.protocol.Page;

/// The rows of tb_friendships. A pair has at most one that is pending or accepted, and one for each who blocks.
final class FriendStore {
    /// Every tie of `:me`, from either end; a block only from the end of the one who set it.
    private static final String TIES = """
            SELECT f.request_id, f.person, f.status, f.mine, f.created_at, u.username_key FROM (
                SELECT request_id, friend_id AS person, status, TRUE AS mine, created_at
                FROM tb_friendships WHERE user_id = :me
                UNION ALL
                SELECT request_id, user_id, status, FALSE, created_at
                FROM tb_friendships WHERE friend_id = :me AND status <> 'blocked'
            ) f JOIN tb_users u ON u.user_id = f.person
            """;

    /// The ties of that status in the order of usernames. Deactivated people are left out, but not from the blocked.
    Page<Tie> list(Handle handle, UUID me, String status, int limit, Optional<String> cursor) {
        Cursor after = cursor.map(text -> Cursor.read(text, 1)).orElse(Cursor.of(""));
        List<Tie> ties = handle.createQuery(TIES + """
                        WHERE f.status = :status AND u.username_key > :after
                          AND (u.flag_delete = 'active' OR f.status = 'blocked')
                        ORDER BY u.username_key LIMIT :limit
                        """)
                .bind("me", me)
                .bind("status", status)
                .bind("after", after.keys().getFirst())
                .bind("limit", limit + 1)
                .map((RowView row) -> tie(row))
                .list();
        return Page.of(ties, limit, Tie::cursor);
    }

    /// The friendship or the request between the two.
    Optional<Tie> friendship(Handle handle, UUID me, UUID other) {
        return handle.createQuery(TIES + "WHERE f.person = :other AND f.status <> 'blocked'")
                .bind("me", me)
                .bind("other", other)
                .map((RowView row) -> tie(row))
                .findOne();
    }

    /// One's own block of the other.
    Optional<Tie> block(Handle handle, UUID me, UUID other) {
        return handle.createQuery(TIES + "WHERE f.person = :other AND f.status = 'blocked'")
                .bind("me", me)
                .bind("other", other)
                .map((RowView row) -> tie(row))
                .findOne();
    }

    /// The request that somebody else made of me, named by its id or by who made it.
    Optional<Tie> incoming(Handle handle, UUID me, UUID id) {
        return handle.createQuery(TIES + """
                        WHERE f.status = 'pending' AND NOT f.mine AND (f.request_id = :id OR f.person = :id)
                          AND u.flag_delete = 'active'
                        """)
                .bind("me", me)
                .bind("id", id)
                .map((RowView row) -> tie(row))
                .findOne();
    }

    private static Tie tie(RowView row) {
        return new Tie(
                row.getColumn("request_id", UUID.class),
                row.getColumn("person", UUID.class),
                row.getColumn("status", String.class),
                row.getColumn("mine", Boolean.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                row.getColumn("username_key", String.class));
    }

    /// Whether either of the two has blocked the other.
    boolean blocked(Handle handle, UUID one, UUID other) {
        return handle.createQuery("""
                        SELECT 1 FROM tb_friendships WHERE status = 'blocked'
                          AND (user_id = :one AND friend_id = :other OR user_id = :other AND friend_id = :one) LIMIT 1
                        """)
                .bind("one", one)
                .bind("other", other)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    void ask(Handle handle, UUID requestId, UUID asker, UUID asked, Instant now) {
        handle.createUpdate("""
                        INSERT INTO tb_friendships (request_id, user_id, friend_id, status, created_at)
                        VALUES (:request, :asker, :asked, 'pending', :now)
                        """)
                .bind("request", requestId)
                .bind("asker", asker)
                .bind("asked", asked)
                .bind("now", now.toEpochMilli())
                .execute();
        raiseUserRevs(handle, asker, asked);
    }

    void accept(Handle handle, UUID asker, UUID asked, Instant now) {
        handle.createUpdate("""
                        UPDATE tb_friendships SET status = 'accepted', created_at = :now
                        WHERE user_id = :asker AND friend_id = :asked
                        """)
                .bind("asker", asker)
                .bind("asked", asked)
                .bind("now", now.toEpochMilli())
                .execute();
        raiseUserRevs(handle, asker, asked);
    }

    /// Removes the friendship or the request between the two.
    void part(Handle handle, UUID one, UUID other) {
        handle.createUpdate("""
                        DELETE FROM tb_friendships WHERE status <> 'blocked'
                          AND (user_id = :one AND friend_id = :other OR user_id = :other AND friend_id = :one)
                        """).bind("one", one).bind("other", other).execute();
        raiseUserRevs(handle, one, other);
    }

    void block(Handle handle, UUID blocker, UUID blocked, Instant now) {
        handle.createUpdate("""
                        INSERT INTO tb_friendships (user_id, friend_id, status, created_at)
                        VALUES (:blocker, :blocked, 'blocked', :now)
                        """)
                .bind("blocker", blocker)
                .bind("blocked", blocked)
                .bind("now", now.toEpochMilli())
                .execute();
        raiseUserRevs(handle, blocker, blocked);
    }

    void unblock(Handle handle, UUID blocker, UUID blocked) {
        handle.createUpdate("""
                        DELETE FROM tb_friendships
                        WHERE user_id = :blocker AND friend_id = :blocked AND status = 'blocked'
                        """)
                .bind("blocker", blocker)
                .bind("blocked", blocked)
                .execute();
        raiseUserRevs(handle, blocker, blocked);
    }

    /// Some of those with whom there is anything, in the order of ids.
    List<UUID> tied(Handle handle, UUID userId, int limit) {
        return handle.createQuery("""
                        SELECT friend_id AS other FROM tb_friendships WHERE user_id = :user
                        UNION SELECT user_id FROM tb_friendships WHERE friend_id = :user
                        ORDER BY other LIMIT :limit
                        """)
                .bind("user", userId)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /// Removes all there is between the two, blocks included.
    void forget(Handle handle, UUID one, UUID other) {
        handle.createUpdate("""
                        DELETE FROM tb_friendships WHERE user_id = :one AND friend_id = :other
                            OR user_id = :other AND friend_id = :one
                        """).bind("one", one).bind("other", other).execute();
        raiseUserRevs(handle, one, other);
    }

    /// In the order of ids: two changes of one pair, from either end, must not wait for each other.
    private static void raiseUserRevs(Handle handle, UUID one, UUID other) {
        Stream.of(one, other)
                .sorted()
                .forEach(
                        user -> handle.createUpdate("UPDATE tb_users SET user_rev = user_rev + 1 WHERE user_id = :user")
                                .bind("user", user)
                                .execute());
    }
}
