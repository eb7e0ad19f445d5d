package tingting.account;

import com.password4j.Argon2Function;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/// Hashes and checks passwords with Argon2id (RFC 9106), in the PHC string format:
/// `$argon2id$v=19$m=19456,t=2,p=1$…`. New hashes have the parameters of [HashCost#CURRENT]; a stored one is checked
/// with its own. Safe from any thread; both verbs block for the time of a hash.
final class Passwords {
    /// Compared with when there is no account: nobody's password, at anybody's price.
    private static final String NOBODY = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                    HashCost.CURRENT.memoryKib(),
                    HashCost.CURRENT.passes(),
                    HashCost.CURRENT.lanes(),
                    "A".repeat(22),
                    "A".repeat(43));

    private final HashingPool pool;
    private final SecureRandom random;

    Passwords(HashingPool pool, SecureRandom random) {
        this.pool = pool;
        this.random = random;
    }

    /// @throws tingting.protocol.Problem `busy` when too many wait for a hash
    String hash(String password) {
        byte[] salt = new byte[HashCost.SALT_BYTES];
        random.nextBytes(salt);
        return pool.run(() -> HashCost.CURRENT.hash(bytes(password), salt));
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

    private static boolean check(String password, String hash) {
        return Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String password) {
        return PasswordPolicy.prepare(password).getBytes(StandardCharsets.UTF_8);
    }
}
