package tingting.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The rows of tb_second_factors and tb_recovery_codes.
final class SecondFactorStore {
    /// What codes are made of, sealed.
    record Row(byte[] secret, boolean confirmed) {}

    Optional<Row> find(Handle handle, UUID userId) {
        return handle.createQuery("""
                        SELECT secret, confirmed_at IS NOT NULL AS confirmed FROM tb_second_factors
                        WHERE user_id = :user
                        """)
                .bind("user", userId)
                .map((RowView row) ->
                        new Row(row.getColumn("secret", byte[].class), row.getColumn("confirmed", Boolean.class)))
                .findOne();
    }

    void insert(Handle handle, UUID userId, byte[] secret, List<byte[]> codeHashes) {
        handle.createUpdate("INSERT INTO tb_second_factors (user_id, secret, last_step) VALUES (:user, :secret, 0)")
                .bind("user", userId)
                .bind("secret", secret)
                .execute();
        PreparedBatch codes =
                handle.prepareBatch("INSERT INTO tb_recovery_codes (user_id, code_hash) VALUES (:user, :hash)");
        codeHashes.forEach(hash -> codes.bind("user", userId).bind("hash", hash).add());
        codes.execute();
    }

    void confirm(Handle handle, UUID userId, Instant now) {
        handle.createUpdate("UPDATE tb_second_factors SET confirmed_at = :now WHERE user_id = :user")
                .bind("user", userId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Uses up that step and all before it; false when it was used up already.
    boolean spendStep(Handle handle, UUID userId, long step) {
        return handle.createUpdate(
                                "UPDATE tb_second_factors SET last_step = :step WHERE user_id = :user AND last_step < :step")
                        .bind("user", userId)
                        .bind("step", step)
                        .execute()
                > 0;
    }

    /// Uses up that code; false when there is none such.
    boolean spendCode(Handle handle, UUID userId, byte[] hash) {
        return handle.createUpdate("DELETE FROM tb_recovery_codes WHERE user_id = :user AND code_hash = :hash")
                        .bind("user", userId)
                        .bind("hash", hash)
                        .execute()
                > 0;
    }

    int codesLeft(Handle handle, UUID userId) {
        return handle.createQuery("SELECT COUNT(*) FROM tb_recovery_codes WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(Integer.class)
                .one();
    }

    void delete(Handle handle, UUID userId) {
        handle.createUpdate("DELETE FROM tb_recovery_codes WHERE user_id = :user")
                .bind("user", userId)
                .execute();
        handle.createUpdate("DELETE FROM tb_second_factors WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }

    void raiseUserRev(Handle handle, UUID userId) {
        handle.createUpdate("UPDATE tb_users SET user_rev = user_rev + 1 WHERE user_id = :user")
                .bind("user", userId)
                .execute();
    }
}
