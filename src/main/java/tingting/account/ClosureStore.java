package tingting.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/// The rows of tb_closures: accounts that their owners closed, and the erasing of some of them.
public final class ClosureStore {
    /// Who may come back by signing in. A condition on tb_users.
    static final String REOPENABLE = "(flag_delete = 'not_active' AND EXISTS ("
            + "SELECT 1 FROM tb_closures c WHERE c.user_id = tb_users.user_id AND c.reopenable))";

    /// Notes that the owner closes it; in place of what was noted before.
    void insert(Handle handle, Closure closure, Instant now) {
        remove(handle, closure.userId());
        handle.createUpdate("""
                        INSERT INTO tb_closures (user_id, closed_at, erase_at, recall_messages)
                        VALUES (:user, :now, :eraseAt, :recall)
                        """)
                .bind("user", closure.userId())
                .bind("now", now.toEpochMilli())
                .bind(
                        "eraseAt",
                        closure.eraseAt() == null ? null : closure.eraseAt().toEpochMilli())
                .bind("recall", closure.recallMessages())
                .execute();
    }

    /// The closure that its owner may take back.
    Optional<Closure> reopenable(Handle handle, UUID userId) {
        return handle.createQuery("SELECT user_id, erase_at, recall_messages FROM tb_closures"
                        + " WHERE user_id = :user AND reopenable")
                .bind("user", userId)
                .map((RowView row) -> closure(row))
                .findOne();
    }

    /// From now on only those in charge open it.
    public void seal(Handle handle, UUID userId) {
        handle.createUpdate("UPDATE tb_closures SET reopenable = FALSE WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    /// As if it had never been closed by its owner.
    public void remove(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM tb_closures WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    /// Whose time of grace is over first, if it is; an erasure that was begun comes before.
    public Optional<Closure> due(Handle handle, Instant now) {
        return handle.createQuery("SELECT user_id, erase_at, recall_messages FROM tb_closures"
                        + " WHERE erased_at IS NULL AND erase_at <= :now ORDER BY erase_at LIMIT 1")
                .bind("now", now.toEpochMilli())
                .map((RowView row) -> closure(row))
                .findFirst();
    }

    /// When the next time of grace is over.
    public Optional<Instant> next(Handle handle) {
        return handle.createQuery("SELECT erase_at FROM tb_closures WHERE erased_at IS NULL AND erase_at IS NOT NULL"
                        + " ORDER BY erase_at LIMIT 1")
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    /// Begins to erase, after which nobody opens it again; false when it was opened meanwhile.
    public boolean begin(Handle handle, UUID userId, Instant now) {
        return handle.createUpdate("UPDATE tb_closures SET reopenable = FALSE, begun_at = COALESCE(begun_at, :now)"
                                + " WHERE user_id = :user AND erase_at <= :now AND erased_at IS NULL")
                        .bind("user", userId)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    public void finish(Handle handle, UUID userId, Instant now) {
        handle.createUpdate("UPDATE tb_closures SET erased_at = :now WHERE user_id = :user")
                .bind("user", userId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static Closure closure(RowView row) {
        Long eraseAt = row.getColumn("erase_at", Long.class);
        return new Closure(
                row.getColumn("user_id", UUID.class),
                eraseAt == null ? null : Instant.ofEpochMilli(eraseAt),
                row.getColumn("recall_messages", Boolean.class));
    }
}
