package tingting.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/// The second factor of accounts: a secret that an authenticator app makes codes of, and ten recovery codes. It counts
/// once a code has shown that the app has the secret. Who may guess how often is decided by those who ask. All verbs
/// belong into a transaction. Safe from any thread.
public final class SecondFactors {
    private final Clock clock;
    private final SecureRandom random;
    private final Seal seal;
    private final RecoveryCodes recoveryCodes;
    private final TimeCodes timeCodes = new TimeCodes();
    private final SecondFactorStore store = new SecondFactorStore();

    /// Secrets of the server: the same on every node, each used for one thing alone.
    public record Keys(byte[] seal, byte[] recoveryCodes) {
        private static final int BYTES = 32;

        /// @param secrets answers the secret of a name, with so many bytes
        public static Keys of(BiFunction<String, Integer, byte[]> secrets) {
            return new Keys(secrets.apply("second-factors", BYTES), secrets.apply("recovery-codes", BYTES));
        }
    }

    /// What is shown once and never again.
    ///
    /// @param secret as it is typed into an app
    public record Fresh(String secret, List<String> recoveryCodes) {
        /// Without what nobody else may see.
        @Override
        public String toString() {
            return "Fresh[]";
        }
    }

    public SecondFactors(Keys keys, Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.seal = new Seal(keys.seal(), random);
        this.recoveryCodes = new RecoveryCodes(keys.recoveryCodes(), random);
    }

    /// Whether the account's sign-ins ask for it.
    public boolean isOn(Handle handle, UUID userId) {
        return find(handle, userId, true).isPresent();
    }

    /// Makes a secret and recovery codes, which take the place of those that were made and never confirmed.
    ///
    /// @return nothing when the second factor is on
    public Optional<Fresh> begin(Handle handle, UUID userId) {
        if (isOn(handle, userId)) {
            return Optional.empty();
        }
        store.delete(handle, userId);
        byte[] secret = new byte[TimeCodes.SECRET_BYTES];
        random.nextBytes(secret);
        List<String> codes = recoveryCodes.next();
        store.insert(
                handle,
                userId,
                seal.close(userId, secret),
                codes.stream().map(code -> recoveryCodes.hash(userId, code)).toList());
        return Optional.of(new Fresh(Base32.encode(secret), codes));
    }

    /// Switches it on with a code of what was begun; false when that is not its code, or nothing was begun.
    ///
    /// The code is not used up: it has let nobody in, and who tries the new way at once has no other one yet.
    public boolean confirm(Handle handle, UUID userId, String code) {
        boolean right = find(handle, userId, false)
                .filter(row -> step(userId, row, code).isPresent())
                .isPresent();
        if (right) {
            store.confirm(handle, userId, clock.instant());
            store.raiseUserRev(handle, userId);
        }
        return right;
    }

    /// Uses up a code of the app, and with it all older ones (RFC 6238, section 5.2), or a recovery code; false when it
    /// is neither, or was used.
    ///
    /// @param typed with spaces and hyphens wherever
    public boolean spend(Handle handle, UUID userId, String typed) {
        Optional<SecondFactorStore.Row> row = find(handle, userId, true);
        if (row.isEmpty()) {
            return false;
        }
        OptionalLong step = step(userId, row.get(), typed);
        return step.isPresent()
                ? store.spendStep(handle, userId, step.getAsLong())
                : store.spendCode(handle, userId, recoveryCodes.hash(userId, typed));
    }

    /// How many recovery codes are left; 0 while the second factor is off.
    public int recoveryCodesLeft(Handle handle, UUID userId) {
        return isOn(handle, userId) ? store.codesLeft(handle, userId) : 0;
    }

    /// Switches it off and forgets all of it; false when it was not on.
    public boolean remove(Handle handle, UUID userId) {
        boolean on = isOn(handle, userId);
        if (on) {
            store.delete(handle, userId);
            store.raiseUserRev(handle, userId);
        }
        return on;
    }

    private Optional<SecondFactorStore.Row> find(Handle handle, UUID userId, boolean confirmed) {
        return store.find(handle, userId).filter(row -> row.confirmed() == confirmed);
    }

    private OptionalLong step(UUID userId, SecondFactorStore.Row row, String typed) {
        return timeCodes.step(seal.open(userId, row.secret()), typed.replaceAll("\\s", ""), clock.instant());
    }
}
