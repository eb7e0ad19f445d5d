package tingting.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tingting.limits.AddressPrefix;

/// The rows of tb_sessions and tb_refresh_tokens. Every change of somebody's sessions raises their user_rev.
final class SessionStore {

    /// A refresh token as it was found.
    ///
    /// @param used whether it was spent before
    /// @param good whether its session lives, with an active owner
    record Found(UUID sessionId, UUID userId, boolean used, boolean good) {}

    void insert(Handle handle, UUID sessionId, UUID userId, Device device, Instant now, Instant expires) {
        handle.createUpdate("""
                        INSERT INTO tb_sessions
                            (session_id, user_id, user_agent, address, network, created_at, last_used_at, expires_at)
                        VALUES (:session, :user, :agent, :address, :network, :now, :now, :expires)
                        """)
                .bind("session", sessionId)
                .bind("user", userId)
                .bind("agent", device.userAgent())
                .bind("address", device.address())
                .bind("network", AddressPrefix.of(device.address()))
                .bind("now", now.toEpochMilli())
                .bind("expires", expires.toEpochMilli())
                .execute();
        raiseUserRev(handle, userId);
    }

    void insertToken(Handle handle, byte[] hash, UUID sessionId, Instant now) {
        handle.createUpdate("""
                        INSERT INTO tb_refresh_tokens (token_hash, session_id, issued_at) VALUES (:hash, :session, :now)
                        """)
                .bind("hash", hash)
                .bind("session", sessionId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    Optional<Found> token(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("""
                        SELECT s.session_id, s.user_id, t.used_at IS NOT NULL AS used,
                               s.revoked_at IS NULL AND s.expires_at > :now AND u.flag_delete = 'active' AS good
                        FROM tb_refresh_tokens t
                        JOIN tb_sessions s ON s.session_id = t.session_id
                        JOIN tb_users u ON u.user_id = s.user_id
                        WHERE t.token_hash = :hash
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((RowView row) -> new Found(
                        row.getColumn("session_id", UUID.class),
                        row.getColumn("user_id", UUID.class),
                        row.getColumn("used", Boolean.class),
                        row.getColumn("good", Boolean.class)))
                .findOne();
    }

    void spendToken(Handle handle, byte[] hash, Instant now) {
        handle.createUpdate("UPDATE tb_refresh_tokens SET used_at = :now WHERE token_hash = :hash")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Forgets the session's tokens that were issued before `bound`: they have expired, used or not.
    void forgetTokens(Handle handle, UUID sessionId, Instant bound) {
        handle.createUpdate("DELETE FROM tb_refresh_tokens WHERE session_id = :session AND issued_at < :bound")
                .bind("session", sessionId)
                .bind("bound", bound.toEpochMilli())
                .execute();
    }

    void prolong(Handle handle, UUID sessionId, Instant now, Instant expires) {
        handle.createUpdate("""
                        UPDATE tb_sessions SET last_used_at = :now, expires_at = :expires WHERE session_id = :session
                        """)
                .bind("session", sessionId)
                .bind("now", now.toEpochMilli())
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    /// Whose session it is, when it lives and its owner is active.
    Optional<UUID> owner(Handle handle, UUID sessionId, Instant now) {
        return handle.createQuery("""
                        SELECT s.user_id FROM tb_sessions s JOIN tb_users u ON u.user_id = s.user_id
                        WHERE s.session_id = :session AND s.revoked_at IS NULL AND s.expires_at > :now
                          AND u.flag_delete = 'active'
                        """)
                .bind("session", sessionId)
                .bind("now", now.toEpochMilli())
                .mapTo(UUID.class)
                .findOne();
    }

    /// Whether a session of that person began in that network, dead or alive.
    boolean beganIn(Handle handle, UUID userId, String network, Instant since) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM tb_sessions
                                       WHERE user_id = :user AND network = :network AND created_at > :since)
                        """)
                .bind("user", userId)
                .bind("network", network)
                .bind("since", since.toEpochMilli())
                .mapTo(Boolean.class)
                .one();
    }

    boolean beganSince(Handle handle, UUID sessionId, Instant since) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM tb_sessions WHERE session_id = :session AND created_at > :since)
                        """)
                .bind("session", sessionId)
                .bind("since", since.toEpochMilli())
                .mapTo(Boolean.class)
                .one();
    }

    /// The living sessions, the last used first.
    List<Session> list(Handle handle, UUID userId, UUID current, Instant now) {
        return handle.createQuery("""
                        SELECT session_id, user_agent, address, created_at, last_used_at FROM tb_sessions
                        WHERE user_id = :user AND revoked_at IS NULL AND expires_at > :now
                        ORDER BY last_used_at DESC, session_id DESC
                        """)
                .bind("user", userId)
                .bind("now", now.toEpochMilli())
                .map((RowView row) -> session(row, current))
                .list();
    }

    private static Session session(RowView row, UUID current) {
        UUID id = row.getColumn("session_id", UUID.class);
        String userAgent = row.getColumn("user_agent", String.class);
        return new Session(
                id,
                id.equals(current),
                userAgent,
                UserAgent.browser(userAgent).orElse(null),
                UserAgent.system(userAgent).orElse(null),
                row.getColumn("address", String.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                Instant.ofEpochMilli(row.getColumn("last_used_at", Long.class)));
    }

    /// Ends the session; false when there is no living one of that person.
    boolean revoke(Handle handle, UUID userId, UUID sessionId, Instant now) {
        int ended = handle.createUpdate("""
                        UPDATE tb_sessions SET revoked_at = :now
                        WHERE session_id = :session AND user_id = :user AND revoked_at IS NULL
                        """)
                .bind("session", sessionId)
                .bind("user", userId)
                .bind("now", now.toEpochMilli())
                .execute();
        if (ended > 0) {
            raiseUserRev(handle, userId);
        }
        return ended > 0;
    }

    List<UUID> living(Handle handle, UUID userId) {
        return handle.createQuery("SELECT session_id FROM tb_sessions WHERE user_id = :user AND revoked_at IS NULL")
                .bind("user", userId)
                .mapTo(UUID.class)
                .list();
    }

    private static void raiseUserRev(Handle handle, UUID userId) {
        handle.createUpdate("UPDATE tb_users SET user_rev = user_rev + 1 WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }
}
