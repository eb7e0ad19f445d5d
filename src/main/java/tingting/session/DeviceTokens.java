package tingting.session;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import tingting.protocol.Ids;

/// Makes and verifies what a browser keeps to show that somebody signed in to an account in it, also after they
/// signed out: it opens nothing, and has its holder's guesses counted apart from strangers'. Safe from any thread.
final class DeviceTokens {
    private final SignedTokens tokens;
    private final Ids ids;

    /// @param key at least 32 bytes, used for device tokens alone
    DeviceTokens(byte[] key, Ids ids, Clock clock) {
        this.tokens = new SignedTokens(key, Sessions.DEVICE_LIFETIME, clock);
        this.ids = ids;
    }

    String issue(UUID userId) {
        return tokens.issue(new JWTClaimsSet.Builder()
                .subject(userId.toString())
                .jwtID(ids.next().toString()));
    }

    /// The id of the device, when it is a good token of that account's.
    Optional<UUID> device(UUID userId, String token) {
        return tokens.verify(token)
                .filter(claims -> userId.toString().equals(claims.getSubject()))
                .flatMap(claims -> Ids.parse(claims.getJWTID()));
    }
}
