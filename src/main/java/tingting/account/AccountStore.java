package tingting.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.notice.Language;
import tingting.protocol.Problem;

/// The accounts in tb_users: what one signs in with, and whether one may.
final class AccountStore {
    private final UserStore users = new UserStore();

    /// Who could sign in, and the hash of their password.
    record Credentials(UUID userId, String hash) {}

    /// The account behind a contact, and the hash of its password.
    record Holder(Me me, String hash) {
        Language language(String accepted) {
            return me.language(accepted);
        }
    }

    /// A new account; e-mail and phone may be missing.
    record NewAccount(
            UUID userId,
            Username username,
            String hash,
            @Nullable EmailAddress email,
            @Nullable PhoneNumber phone,
            String displayName,
            Instant createdAt) {}

    /// @throws Problem `conflict` when the username, the e-mail address or the phone number is taken
    void insert(Handle handle, NewAccount account) {
        String emailKey = account.email() == null ? null : account.email().key();
        String phoneKey = account.phone() == null ? null : account.phone().key();
        requireFree(handle, account.userId(), account.username().key(), emailKey, phoneKey);
        handle.createUpdate("""
                        INSERT INTO tb_users (user_id, username, username_key, password, email, email_key,
                            phone, phone_key, display_name, search_text, created_at)
                        VALUES (:user, :username, :usernameKey, :hash, :email, :emailKey,
                            :phone, :phoneKey, :name, :search, :now)
                        """)
                .bind("user", account.userId())
                .bind("username", account.username().text())
                .bind("usernameKey", account.username().key())
                .bind("hash", account.hash())
                .bind("email", account.email() == null ? null : account.email().text())
                .bind("emailKey", emailKey)
                .bind("phone", account.phone() == null ? null : account.phone().text())
                .bind("phoneKey", phoneKey)
                .bind("name", account.displayName())
                .bind("search", UserStore.searchText(account.username().text(), account.displayName()))
                .bind("now", account.createdAt().toEpochMilli())
                .execute();
    }

    /// @throws Problem `conflict` when one of these belongs to somebody else
    void requireFree(
            Handle handle,
            UUID own,
            @Nullable String usernameKey,
            @Nullable String emailKey,
            @Nullable String phoneKey) {
        requireFree(handle, own, "username", usernameKey);
        requireFree(handle, own, "email", emailKey);
        requireFree(handle, own, "phone", phoneKey);
    }

    private static void requireFree(Handle handle, UUID own, String field, @Nullable String key) {
        if (key == null) {
            return;
        }
        boolean taken = handle.createQuery("SELECT 1 FROM tb_users WHERE " + field + "_key = :key AND user_id <> :own")
                .bind("key", key)
                .bind("own", own)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (taken) {
            throw Problem.conflictField(field, "is taken");
        }
    }

    /// The active account that somebody may sign in to by that name.
    Optional<Credentials> byLogin(Handle handle, Login login) {
        if (login.kind() == Login.Kind.NONE) {
            return Optional.empty();
        }
        return handle.createQuery("SELECT user_id, password FROM tb_users WHERE "
                        + login.kind().column() + " = :key AND flag_delete = 'active'")
                .bind("key", login.key())
                .map((RowView row) ->
                        new Credentials(row.getColumn("user_id", UUID.class), row.getColumn("password", String.class)))
                .findOne();
    }

    /// The active account that has this contact.
    Optional<Holder> holder(Handle handle, Contact contact) {
        return byLogin(handle, Login.of(contact))
                .flatMap(found -> users.me(handle, found.userId()).map(me -> new Holder(me, found.hash())));
    }

    boolean isVerifiedByAnother(Handle handle, UUID own, EmailAddress email) {
        return handle.createQuery("""
                        SELECT 1 FROM tb_users
                        WHERE email_key = :key AND user_id <> :own AND email_verified_at IS NOT NULL
                        """)
                .bind("key", email.key())
                .bind("own", own)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Takes the address from who only claims it.
    void dropClaims(Handle handle, UUID own, EmailAddress email) {
        handle.createUpdate("""
                        UPDATE tb_users SET email = NULL, email_key = NULL, user_rev = user_rev + 1
                        WHERE email_key = :key AND user_id <> :own AND email_verified_at IS NULL
                        """).bind("key", email.key()).bind("own", own).execute();
    }

    /// Gives the account a confirmed address, or none.
    void changeEmail(Handle handle, UUID userId, Optional<EmailAddress> email, Instant now) {
        handle.createUpdate("""
                        UPDATE tb_users SET email = :email, email_key = :key, email_verified_at = :verified,
                            user_rev = user_rev + 1
                        WHERE user_id = :user
                        """)
                .bind("user", userId)
                .bind("email", email.map(EmailAddress::text).orElse(null))
                .bind("key", email.map(EmailAddress::key).orElse(null))
                .bind("verified", email.isPresent() ? now.toEpochMilli() : null)
                .execute();
    }

    /// Counts the address that the account has as confirmed; once is enough.
    void verifyEmail(Handle handle, UUID userId, Instant now) {
        handle.createUpdate("""
                        UPDATE tb_users SET email_verified_at = :now, user_rev = user_rev + 1
                        WHERE user_id = :user AND email_verified_at IS NULL
                        """)
                .bind("user", userId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// The hash of an active account's password.
    Optional<String> hash(Handle handle, UUID userId) {
        return handle.createQuery("SELECT password FROM tb_users WHERE user_id = :user AND flag_delete = 'active'")
                .bind("user", userId)
                .mapTo(String.class)
                .findOne();
    }

    void changeHash(Handle handle, UUID userId, String hash) {
        handle.createUpdate("UPDATE tb_users SET password = :hash WHERE user_id = :user")
                .bind("user", userId)
                .bind("hash", hash)
                .execute();
    }
}
