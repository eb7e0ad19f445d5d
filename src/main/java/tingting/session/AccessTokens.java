package tingting.session;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// Makes and verifies access tokens. They say whose they are and until when; whether the session still lives is not
/// in them. Safe from any thread.
final class AccessTokens {
    private static final String SESSION = "sid";

    private final SignedTokens tokens;
    private final Ids ids;

    /// @param key at least 32 bytes, used for access tokens alone
    AccessTokens(byte[] key, Duration lifetime, Ids ids, Clock clock) {
        this.tokens = new SignedTokens(key, lifetime, clock);
        this.ids = ids;
    }

    Duration lifetime() {
        return tokens.lifetime();
    }

    String issue(Caller caller) {
        return tokens.issue(new JWTClaimsSet.Builder()
                .subject(caller.userId().toString())
                .claim(SESSION, caller.sessionId().toString())
                .jwtID(ids.next().toString()));
    }

    /// @throws Problem `unauthenticated` when it is not a token of ours or has expired
    Caller verify(String text) {
        JWTClaimsSet claims = tokens.verify(text).orElseThrow(Problem::unauthenticated);
        return new Caller(id(claims.getSubject()), id(claims.getClaim(SESSION)));
    }

    private static UUID id(Object claim) {
        return Optional.ofNullable(claim)
                .flatMap(value -> Ids.parse(value.toString()))
                .orElseThrow(Problem::unauthenticated);
    }
}
