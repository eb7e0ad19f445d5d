package tingting.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tingting.notice.Language;
import tingting.protocol.Problem;

/// The accounts in tb_users: what one signs in with, and whether one may.
final class AccountStore {
    /// More claims of one address than that do not count: who floods it with them signs in by username.
    private static final int CLAIMS = 10;

    private final UserStore users = new UserStore();

    /// Who could sign in, and the hash of their password, when they have one.
    record Credentials(UUID userId, Optional<String> hash) {}

    /// The account behind a contact, and the hash of its password, when it has one.
    record Holder(Me me, Optional<String> hash) {
        Language language(String accepted) {
            return me.language(accepted);
        }
    }

    /// An account that somebody may mean by a name, and whether the name is its own alone.
    record Candidate(Credentials credentials, boolean own) {
        UUID userId() {
            return credentials.userId();
        }
    }

    /// A new account; password, e-mail and phone may be missing.
    record NewAccount(
            UUID userId,
            Username username,
            @Nullable String hash,
            @Nullable EmailAddress email,
            @Nullable PhoneNumber phone,
            String displayName,
            Instant createdAt) {}

    /// Its e-mail address is only claimed.
    ///
    /// @throws Problem `conflict` when the username or the phone number is taken
    void insert(Handle handle, NewAccount account) {
        String phoneKey = account.phone() == null ? null : account.phone().key();
        requireFree(handle, account.userId(), account.username().key(), null, phoneKey);
        handle.createUpdate("""
                        INSERT INTO tb_users (user_id, username, username_key, password, email, claim_key,
                            phone, phone_key, display_name, search_text, created_at)
                        VALUES (:user, :username, :usernameKey, :hash, :email, :claimKey,
                            :phone, :phoneKey, :name, :search, :now)
                        """)
                .bind("user", account.userId())
                .bind("username", account.username().text())
                .bind("usernameKey", account.username().key())
                .bind("hash", account.hash())
                .bind("email", account.email() == null ? null : account.email().text())
                .bind(
                        "claimKey",
                        account.email() == null ? null : account.email().key())
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

    /// The accounts that somebody may mean by that name and come in to, or back to: whose own it is, then who claim it,
    /// the first first.
    List<Candidate> byLogin(Handle handle, Login login) {
        if (login.kind() == Login.Kind.NONE) {
            return List.of();
        }
        List<Candidate> owner = candidates(handle, login.kind().column(), login.key(), true);
        return login.kind() == Login.Kind.EMAIL
                ? Stream.concat(owner.stream(), candidates(handle, "claim_key", login.key(), false).stream())
                        .toList()
                : owner;
    }

    private static List<Candidate> candidates(Handle handle, String column, String key, boolean own) {
        return handle.createQuery("SELECT user_id, password FROM tb_users WHERE " + column
                        + " = :key AND (flag_delete = 'active' OR " + ClosureStore.REOPENABLE
                        + ") ORDER BY created_at, user_id LIMIT " + CLAIMS)
                .bind("key", key)
                .map((RowView row) -> new Candidate(
                        new Credentials(
                                row.getColumn("user_id", UUID.class),
                                Optional.ofNullable(row.getColumn("password", String.class))),
                        own))
                .list();
    }

    /// The account that has this contact and is open, or may be opened by its owner; of an address that nobody has
    /// confirmed, the first that claims it.
    Optional<Holder> holder(Handle handle, Contact contact) {
        return byLogin(handle, Login.of(contact)).stream()
                .findFirst()
                .map(Candidate::credentials)
                .flatMap(found -> users.owner(handle, found.userId()).map(me -> new Holder(me, found.hash())));
    }

    /// Whose own the address is.
    record Owner(UUID userId, boolean active) {}

    /// Closed accounts included: their addresses stay theirs.
    Optional<Owner> owner(Handle handle, EmailAddress email) {
        return handle.createQuery("SELECT user_id, flag_delete FROM tb_users WHERE email_key = :key")
                .bind("key", email.key())
                .map((RowView row) -> new Owner(
                        row.getColumn("user_id", UUID.class),
                        AccountState.of(row.getColumn("flag_delete", String.class)) == AccountState.ACTIVE))
                .findOne();
    }

    boolean isFree(Handle handle, Username username) {
        return handle.createQuery("SELECT 1 FROM tb_users WHERE username_key = :key")
                .bind("key", username.key())
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
    }

    boolean isAnothers(Handle handle, UUID own, EmailAddress email) {
        return handle.createQuery("SELECT 1 FROM tb_users WHERE email_key = :key AND user_id <> :own")
                .bind("key", email.key())
                .bind("own", own)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Gives the account a confirmed address, or none.
    void changeEmail(Handle handle, UUID userId, Optional<EmailAddress> email, Instant now) {
        handle.createUpdate("""
                        UPDATE tb_users SET email = :email, email_key = :key, claim_key = NULL,
                            email_verified_at = :verified, user_rev = user_rev + 1
                        WHERE user_id = :user
                        """)
                .bind("user", userId)
                .bind("email", email.map(EmailAddress::text).orElse(null))
                .bind("key", email.map(EmailAddress::key).orElse(null))
                .bind("verified", email.isPresent() ? now.toEpochMilli() : null)
                .execute();
    }

    /// Makes the address that the account claims its own; once is enough. Nobody else may have it.
    void verifyEmail(Handle handle, UUID userId, Instant now) {
        handle.createUpdate("""
                        UPDATE tb_users SET email_key = claim_key, claim_key = NULL, email_verified_at = :now,
                            user_rev = user_rev + 1
                        WHERE user_id = :user AND email_verified_at IS NULL
                        """)
                .bind("user", userId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// The hash of an active account's password, when it has one.
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
