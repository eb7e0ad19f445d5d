package tingting.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// Makes and verifies access tokens: JWTs (RFC 7519) signed with HMAC-SHA-256, and with nothing else (RFC 8725,
/// section 3.1). They say whose they are and until when; whether the session still lives is not in them. Safe from
/// any thread.
final class AccessTokens {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final String SESSION = "sid";
    /// Ours have under 400 characters; what is longer is not worth parsing.
    private static final int LONGEST = 1024;

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Duration lifetime;
    private final Ids ids;
    private final Clock clock;

    /// @param key at least 32 bytes, used for access tokens alone
    AccessTokens(byte[] key, Duration lifetime, Ids ids, Clock clock) {
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the key of access tokens is too short", e);
        }
        this.lifetime = lifetime;
        this.ids = ids;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    String issue(Caller caller) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(caller.userId().toString())
                .claim(SESSION, caller.sessionId().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(ids.next().toString())
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(ALGORITHM), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HMAC-SHA-256 failed", e);
        }
        return token.serialize();
    }

    /// @throws Problem `unauthenticated` when it is not a token of ours or has expired
    Caller verify(String text) {
        if (text.length() > LONGEST) {
            throw Problem.unauthenticated();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!token.getHeader().getAlgorithm().equals(ALGORITHM) || !token.verify(verifier)) {
                throw Problem.unauthenticated();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Date expires = claims.getExpirationTime();
            if (expires == null || !clock.instant().isBefore(expires.toInstant())) {
                throw Problem.unauthenticated();
            }
            return new Caller(id(claims.getSubject()), id(claims.getStringClaim(SESSION)));
        } catch (ParseException | JOSEException notOurs) {
            throw Problem.unauthenticated();
        }
    }

    private static UUID id(String claim) {
        return Optional.ofNullable(claim).flatMap(Ids::parse).orElseThrow(Problem::unauthenticated);
    }
}
