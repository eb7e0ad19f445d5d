package tingting.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app on somebody's phone, which was given a secret.
public final class Authenticator {
    /// How long a code is shown.
    public static final Duration STEP = Duration.ofSeconds(30);

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec key;
    private final Clock clock;

    /// @param secret in Base32, as it is typed in
    public Authenticator(String secret, Clock clock) {
        this.key = new SecretKeySpec(bytes(secret), "RAW");
        this.clock = clock;
    }

    /// The code that it shows now.
    public String code() {
        return code(Duration.ZERO);
    }

    /// The code that it shows so much later, or earlier.
    public String code(Duration later) {
        try {
            return codes.generateOneTimePasswordString(key, clock.instant().plus(later));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// What Base32 stands for.
    public static byte[] bytes(String secret) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int kept = 0;
        int bits = 0;
        for (char letter : secret.toCharArray()) {
            kept = kept << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(kept >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
