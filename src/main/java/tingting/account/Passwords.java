package tingting.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/// Hashes and checks passwords with Argon2id (RFC 9106), in the PHC string format:
/// `$argon2id$v=19$m=19456,t=2,p=1$…`. The parameters of new hashes are the OWASP minimum, 19 MiB and two passes; a
/// stored hash is checked with its own. Safe from any thread; both verbs block for the time of a hash.
final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// Compared with when there is no account: nobody's password, at anybody's price.
    private static final String NOBODY = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES
            + "$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final HashingPool pool;
    private final SecureRandom random;

    Passwords(HashingPool pool, SecureRandom random) {
        this.pool = pool;
        this.random = random;
    }

    /// @throws tingting.protocol.Problem `busy` when too many wait for a hash
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return pool.run(() -> argon2().hash(bytes(password), salt).getResult());
    }

    /// Whether it is the password behind the hash. An absent hash costs the same and never matches.
    ///
    /// @throws tingting.protocol.Problem `busy` when too many wait for a hash
    boolean matches(String password, Optional<String> hash) {
        if (PasswordPolicy.tooLong(password)) {
            return false;
        }
        boolean same = pool.run(() -> check(password, hash.orElse(NOBODY)));
        return same && hash.isPresent();
    }

    /// The library keeps one per set of parameters, with a template of all its memory: made by the first hash, so
    /// that a server that nobody has come to yet is 20 MB smaller.
    private static Argon2Function argon2() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    private static boolean check(String password, String hash) {
        return Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String password) {
        return PasswordPolicy.prepare(password).getBytes(StandardCharsets.UTF_8);
    }
}
