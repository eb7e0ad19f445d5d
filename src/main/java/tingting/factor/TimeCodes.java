package tingting.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// The codes that an authenticator app shows (RFC 6238), in the one form that every app knows: six digits of
/// HMAC-SHA-1, another every thirty seconds. Safe from any thread.
final class TimeCodes {
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    /// RFC 4226, section 4, recommends 160 bits.
    static final int SECRET_BYTES = 20;
    /// For a clock that is wrong, and for the time of typing (RFC 6238, section 5.2).
    private static final int STEPS_BESIDE = 1;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    /// The time step whose code it is, when that is now or one beside it.
    OptionalLong step(byte[] secret, String typed, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        // all are compared, so that the time tells nothing
        for (long step = current - STEPS_BESIDE; step <= current + STEPS_BESIDE; step++) {
            if (MessageDigest.isEqual(bytes(code(secret, step)), bytes(typed))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String code(byte[] secret, long step) {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA-1 takes every key", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
