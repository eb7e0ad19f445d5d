package tingting.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Makes refresh tokens: 256 random bits that mean nothing. The database keeps only their SHA-256: a random value of
/// that length needs no salt and no slow hash. Safe from any thread.
final class RefreshTokens {
    private static final int BYTES = 32;

    private final SecureRandom random;

    RefreshTokens(SecureRandom random) {
        this.random = random;
    }

    String next() {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /// The form that is stored, of any text that a client sent.
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
