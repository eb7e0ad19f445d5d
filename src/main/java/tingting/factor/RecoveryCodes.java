package tingting.factor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that somebody keeps on paper for when their authenticator app is gone, as `abcde-23456`: 50 random bits each.
/// The database has a keyed hash of them, bound to the account. Safe from any thread.
final class RecoveryCodes {
    static final int COUNT = 10;
    /// Letters and digits that nobody takes for one another.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUP = 5;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final SecureRandom random;

    /// @param key 32 bytes, secret, the same on every node, used for nothing else
    RecoveryCodes(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.random = random;
    }

    List<String> next() {
        return Stream.generate(() -> group() + "-" + group())
                .distinct()
                .limit(COUNT)
                .toList();
    }

    private String group() {
        return random.ints(GROUP, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    /// As the database keeps it, however it was typed: with or without the hyphen, in capitals, with spaces.
    byte[] hash(UUID owner, String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((owner + " " + plain).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
