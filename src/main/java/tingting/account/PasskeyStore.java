package tingting.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import tingting.passkey.Credential;
import tingting.protocol.Problem;

/// The rows of tb_passkeys.
final class PasskeyStore {
    /// A passkey, and whose account it opens.
    record Kept(UUID passkeyId, UUID userId, Credential credential) {}

    /// The oldest first.
    List<Passkey> of(Handle handle, UUID userId) {
        return handle.createQuery("""
                        SELECT passkey_id, name, created_at, last_used_at FROM tb_passkeys
                        WHERE user_id = :user ORDER BY created_at, passkey_id
                        """)
                .bind("user", userId)
                .map((RowView row) -> passkey(row))
                .list();
    }

    private static Passkey passkey(RowView row) {
        Long lastUsedAt = row.getColumn("last_used_at", Long.class);
        return new Passkey(
                row.getColumn("passkey_id", UUID.class),
                row.getColumn("name", String.class),
                Instant.ofEpochMilli(row.getColumn("created_at", Long.class)),
                lastUsedAt == null ? null : Instant.ofEpochMilli(lastUsedAt));
    }

    /// What devices call those of an account.
    List<byte[]> credentialIds(Handle handle, UUID userId) {
        return handle.createQuery("SELECT credential_id FROM tb_passkeys WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(byte[].class)
                .list();
    }

    /// Whosever it is, closed accounts included.
    Optional<Kept> find(Handle handle, byte[] credentialId) {
        return handle.createQuery("""
                        SELECT passkey_id, user_id, credential, sign_count, backup_eligible FROM tb_passkeys
                        WHERE credential_id = :credential
                        """)
                .bind("credential", credentialId)
                .map((RowView row) -> new Kept(
                        row.getColumn("passkey_id", UUID.class),
                        row.getColumn("user_id", UUID.class),
                        new Credential(
                                credentialId,
                                row.getColumn("credential", byte[].class),
                                row.getColumn("sign_count", Long.class),
                                row.getColumn("backup_eligible", Boolean.class))))
                .findOne();
    }

    /// @throws Problem `conflict` when the device's passkey opens an account already
    void insert(Handle handle, Kept passkey, String name, Instant now) {
        if (find(handle, passkey.credential().id()).isPresent()) {
            throw Problem.conflict("This passkey opens an account already.");
        }
        handle.createUpdate("""
                        INSERT INTO tb_passkeys (passkey_id, user_id, credential_id, credential, sign_count,
                            backup_eligible, name, created_at)
                        VALUES (:passkey, :user, :id, :credential, :count, :eligible, :name, :now)
                        """)
                .bind("passkey", passkey.passkeyId())
                .bind("user", passkey.userId())
                .bind("id", passkey.credential().id())
                .bind("credential", passkey.credential().attested())
                .bind("count", passkey.credential().signCount())
                .bind("eligible", passkey.credential().backupEligible())
                .bind("name", name)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Counts a use; false when it is gone, or was used since it was read.
    boolean use(Handle handle, Kept read, long signCount, Instant now) {
        return handle.createUpdate("""
                                UPDATE tb_passkeys SET sign_count = :count, last_used_at = :now
                                WHERE passkey_id = :passkey AND sign_count = :read
                                """)
                        .bind("passkey", read.passkeyId())
                        .bind("read", read.credential().signCount())
                        .bind("count", signCount)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /// False when the account has none such.
    boolean rename(Handle handle, UUID userId, UUID passkeyId, String name) {
        return handle.createUpdate(
                                "UPDATE tb_passkeys SET name = :name WHERE user_id = :user AND passkey_id = :passkey")
                        .bind("user", userId)
                        .bind("passkey", passkeyId)
                        .bind("name", name)
                        .execute()
                > 0;
    }

    /// False when the account has none such.
    boolean delete(Handle handle, UUID userId, UUID passkeyId) {
        return handle.createUpdate("DELETE FROM tb_passkeys WHERE user_id = :user AND passkey_id = :passkey")
                        .bind("user", userId)
                        .bind("passkey", passkeyId)
                        .execute()
                > 0;
    }

    void deleteAll(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM tb_passkeys WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }
}
