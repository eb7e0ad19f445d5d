package tingting.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

/// What a password's hash costs whoever makes one: the parameters of Argon2id (RFC 9106, section 3.1).
public record HashCost(int memoryKib, int passes, int lanes) {
    /// Of new hashes; `docs/security.md` tells why.
    public static final HashCost CURRENT = new HashCost(19 * 1024, 2, 1);

    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// A hash in the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$…`. Takes as long as it takes, on a core of
    /// its own.
    ///
    /// @param salt 16 bytes
    public String hash(byte[] password, byte[] salt) {
        // The library keeps one per set of parameters, with a template of all its memory: made by the first hash, so
        // that a server that nobody has come to yet is 20 MB smaller.
        return Argon2Function.getInstance(memoryKib, passes, lanes, HASH_BYTES, Argon2.ID)
                .hash(password, salt)
                .getResult();
    }
}
