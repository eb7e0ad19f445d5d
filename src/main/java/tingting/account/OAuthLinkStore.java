package tingting.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tingting.oauth.Identity;

/// Which identities of providers open which accounts, in tb_oauth_links. Of one issuer an account has one at most.
final class OAuthLinkStore {
    /// An identity that opens an account.
    record Kept(String issuer, String label, Instant createdAt) {}

    /// Whose account the identity opens, closed ones included.
    Optional<UUID> owner(Handle handle, Identity identity) {
        return handle.createQuery("SELECT user_id FROM tb_oauth_links WHERE issuer = :issuer AND subject = :subject")
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapTo(UUID.class)
                .findOne();
    }

    /// The oldest first.
    List<Kept> of(Handle handle, UUID userId) {
        return handle.createQuery(
                        "SELECT issuer, label, created_at FROM tb_oauth_links WHERE user_id = :user ORDER BY created_at")
                .bind("user", userId)
                .map((RowView row) -> new Kept(
                        row.getColumn("issuer", String.class),
                        row.getColumn("label", String.class),
                        Instant.ofEpochMilli(row.getColumn("created_at", Long.class))))
                .list();
    }

    boolean has(Handle handle, UUID userId, String issuer) {
        return of(handle, userId).stream().anyMatch(link -> link.issuer().equals(issuer));
    }

    void insert(Handle handle, UUID userId, Identity identity, Instant now) {
        handle.createUpdate("""
                        INSERT INTO tb_oauth_links (issuer, subject, user_id, label, created_at)
                        VALUES (:issuer, :subject, :user, :label, :now)
                        """)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("user", userId)
                .bind("label", identity.label())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// False when there was none.
    boolean delete(Handle handle, UUID userId, String issuer) {
        return handle.createUpdate("DELETE FROM tb_oauth_links WHERE user_id = :user AND issuer = :issuer")
                        .bind("user", userId)
                        .bind("issuer", issuer)
                        .execute()
                > 0;
    }

    void deleteAll(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM tb_oauth_links WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }
}
