package tingting.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tingting.protocol.Cursor;
import tingting.protocol.Folding;
import tingting.protocol.Page;
import tingting.protocol.Problem;

/// Finds people by the beginning of their username or of a word of their display name, without case and marks. Not
/// found are oneself, deactivated accounts, and those with whom there is a block, whoever set it.
final class UserSearch {
    private static final int LONGEST = 100;

    private record Hit(UUID userId, String place, String key) {}

    /// Whose username begins so comes first, then by username.
    Page<UUID> find(Handle handle, UUID seeker, String query, int limit, Optional<String> cursor) {
        Cursor after = cursor.map(text -> Cursor.read(text, 2)).orElse(Cursor.of("", ""));
        String words = escaped(query);
        List<Hit> hits = handle.createQuery("""
                        SELECT user_id, place, username_key FROM (
                            SELECT u.user_id, u.username_key,
                                   CASE WHEN u.search_text LIKE :beginning ESCAPE '!' THEN '0' ELSE '1' END AS place
                            FROM tb_users u
                            WHERE u.search_text LIKE :anywhere ESCAPE '!'
                              AND u.flag_delete = 'active' AND u.user_id <> :seeker
                              AND NOT EXISTS (
                                  SELECT 1 FROM tb_friendships b
                                  WHERE b.status = 'blocked'
                                    AND (b.user_id = :seeker AND b.friend_id = u.user_id
                                      OR b.user_id = u.user_id AND b.friend_id = :seeker))
                        ) found
                        WHERE (place, username_key) > (:place, :key)
                        ORDER BY place, username_key LIMIT :limit
                        """)
                .bind("beginning", " " + words + "%")
                .bind("anywhere", "% " + words + "%")
                .bind("seeker", seeker)
                .bind("place", after.keys().get(0))
                .bind("key", after.keys().get(1))
                .bind("limit", limit + 1)
                .map((RowView row) -> new Hit(
                        row.getColumn("user_id", UUID.class),
                        row.getColumn("place", String.class),
                        row.getColumn("username_key", String.class)))
                .list();
        return Page.of(hits, limit, hit -> Cursor.of(hit.place(), hit.key())).map(Hit::userId);
    }

    /// The query folded as the text it is compared with, its wildcards taken literally; `@anna` is `anna`.
    private static String escaped(String query) {
        if (query.length() > LONGEST) {
            throw Problem.invalidField("query", "may have at most %d characters".formatted(LONGEST));
        }
        String folded = Folding.fold(query.strip().replaceFirst("^@", ""));
        return folded.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
