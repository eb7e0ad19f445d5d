package tingting.room;

import java.security.SecureRandom;
import java.util.Base64;

/// Makes the codes of invites: 144 random bits each, which nobody guesses. Safe from any thread.
final class InviteCodes {
    private static final int BYTES = 18;

    private final SecureRandom random;

    InviteCodes(SecureRandom random) {
        this.random = random;
    }

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
