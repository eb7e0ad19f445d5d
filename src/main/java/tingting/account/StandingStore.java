package tingting.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Problem;

/// Roles, states and mutes of accounts, in tb_users and tb_mutes. Every change raises the account's user_rev.
public final class StandingStore {
    private static final String SELECT = """
            SELECT u.user_id, u.username, u.role_id, u.flag_delete, m.muted_until,
                   COALESCE(c.reopenable, FALSE) AS reopenable, c.begun_at IS NOT NULL AS erased
            FROM tb_users u LEFT JOIN tb_mutes m ON m.user_id = u.user_id
            LEFT JOIN tb_closures c ON c.user_id = u.user_id
            """;

    /// Closed accounts included.
    public Optional<AccountStanding> find(Handle handle, UUID userId) {
        return handle.createQuery(SELECT + "WHERE u.user_id = :user")
                .bind("user", userId)
                .map((RowView row) -> standing(row))
                .findOne();
    }

    /// The account with this username, closed or not.
    public Optional<AccountStanding> named(Handle handle, String username) {
        return Username.parse(username)
                .flatMap(name -> handle.createQuery(SELECT + "WHERE u.username_key = :key")
                        .bind("key", name.key())
                        .map((RowView row) -> standing(row))
                        .findOne());
    }

    /// Admins and moderators, admins first.
    public List<AccountStanding> staff(Handle handle) {
        return handle.createQuery(SELECT + "WHERE u.role_id < 3 ORDER BY u.role_id, u.username_key")
                .map((RowView row) -> standing(row))
                .list();
    }

    /// The role of an active account.
    public Optional<ServerRole> role(Handle handle, UUID userId) {
        return handle.createQuery("SELECT role_id FROM tb_users WHERE user_id = :user AND flag_delete = 'active'")
                .bind("user", userId)
                .mapTo(Integer.class)
                .findOne()
                .map(ServerRole::of);
    }

    /// There must be somebody left who can appoint others.
    ///
    /// @throws Problem `conflict` when this person is the only active admin
    public void requireAnotherAdmin(Handle handle, UUID userId) {
        List<UUID> admins = handle.createQuery(
                        "SELECT user_id FROM tb_users WHERE role_id < 3 AND role_id = 1 AND flag_delete = 'active'")
                .mapTo(UUID.class)
                .list();
        if (admins.equals(List.of(userId))) {
            throw Problem.conflict("This is the only admin. Make somebody else one first.");
        }
    }

    public void setRole(Handle handle, UUID userId, ServerRole role) {
        handle.createUpdate("UPDATE tb_users SET role_id = :role, user_rev = user_rev + 1 WHERE user_id = :user")
                .bind("user", userId)
                .bind("role", role.id())
                .execute();
    }

    public void setState(Handle handle, UUID userId, AccountState state) {
        handle.createUpdate("UPDATE tb_users SET flag_delete = :flag, user_rev = user_rev + 1 WHERE user_id = :user")
                .bind("user", userId)
                .bind("flag", state.flag())
                .execute();
    }

    /// @param until null ends a mute
    public void mute(Handle handle, UUID userId, @Nullable Instant until) {
        if (until == null) {
            handle.createUpdate("DELETE FROM tb_mutes WHERE user_id = :user")
                    .bind("user", userId)
                    .execute();
        } else {
            handle.createUpdate("""
                            INSERT INTO tb_mutes (user_id, muted_until) VALUES (:user, :until)
                            ON CONFLICT (user_id) DO UPDATE SET muted_until = excluded.muted_until
                            """)
                    .bind("user", userId)
                    .bind("until", until.toEpochMilli())
                    .execute();
        }
        handle.createUpdate("UPDATE tb_users SET user_rev = user_rev + 1 WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    private static AccountStanding standing(RowView row) {
        Long mutedUntil = row.getColumn("muted_until", Long.class);
        return new AccountStanding(
                row.getColumn("user_id", UUID.class),
                row.getColumn("username", String.class),
                ServerRole.of(row.getColumn("role_id", Integer.class)),
                AccountState.of(row.getColumn("flag_delete", String.class)),
                row.getColumn("reopenable", Boolean.class),
                row.getColumn("erased", Boolean.class),
                mutedUntil == null ? null : Instant.ofEpochMilli(mutedUntil));
    }
}
