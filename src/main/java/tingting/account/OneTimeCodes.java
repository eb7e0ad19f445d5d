package tingting.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tingting.cluster.SharedCache;

/// Codes of six digits that somebody reads elsewhere and types in here: good for ten minutes, five tries and one use.
/// A code is for one purpose, which has one at a time, and bound to what was true when it was made. Kept is a keyed
/// hash of it: a bare one of six digits is guessed in a moment. Safe from any thread.
final class OneTimeCodes {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final int TRIES = 5;
    private static final int CODES = 1_000_000;
    private static final int SERIAL_BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";

    private final SharedCache cache;
    private final SecretKeySpec key;
    private final SecureRandom random;

    /// A code that was typed in right, before it is spent.
    record Match(String key, String kept) {}

    /// @param key secret, the same on every node, used for nothing else
    OneTimeCodes(SharedCache cache, byte[] key, SecureRandom random) {
        this.cache = cache;
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.random = random;
    }

    /// Makes a code; the one that the purpose had is void.
    ///
    /// @param purpose what it is for, and whom
    /// @param bound what must not have changed when it is used
    String issue(String purpose, String bound) {
        String code = "%06d".formatted(random.nextInt(CODES));
        byte[] serial = new byte[SERIAL_BYTES];
        random.nextBytes(serial);
        String name = HexFormat.of().formatHex(serial);
        cache.put(key(purpose), name + ":" + hash(name, bound, code), LIFETIME);
        return code;
    }

    /// Takes a try. Each is counted before it is looked at, so that of many at once no more than five are.
    Optional<Match> match(String purpose, String bound, String typed) {
        Optional<String> kept = cache.get(key(purpose));
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = kept.get().split(":", 2);
        // counted under the code's own name: the next code begins with five tries whatever is still under way
        if (cache.count("tries:" + parts[0], LIFETIME).count() > TRIES) {
            return Optional.empty();
        }
        byte[] wanted = bytes(parts[1]);
        return MessageDigest.isEqual(wanted, bytes(hash(parts[0], bound, typed)))
                ? Optional.of(new Match(key(purpose), kept.get()))
                : Optional.empty();
    }

    /// Whether it was still there to be spent: of several that matched at once, one can.
    boolean spend(Match match) {
        return cache.remove(match.key(), match.kept());
    }

    private static String key(String purpose) {
        return "code:" + purpose;
    }

    private String hash(String name, String bound, String code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // no part has a NUL, so that no two triples are the same text
            return HexFormat.of().formatHex(mac.doFinal(bytes(String.join("\0", name, bound, code))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
