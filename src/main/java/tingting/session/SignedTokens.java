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

/// Makes and verifies JWTs (RFC 7519) signed with HMAC-SHA-256, and with nothing else (RFC 8725, section 3.1), that
/// expire. Safe from any thread.
public final class SignedTokens {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    /// Ours have under 400 characters; what is longer is not worth parsing.
    private static final int LONGEST = 1024;

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Duration lifetime;
    private final Clock clock;

    /// @param key at least 32 bytes, used for tokens of one kind alone
    public SignedTokens(byte[] key, Duration lifetime, Clock clock) {
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the key of tokens is too short", e);
        }
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /// @param claims but for the times, which are added
    public String issue(JWTClaimsSet.Builder claims) {
        Instant now = clock.instant();
        JWTClaimsSet complete = claims.issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(ALGORITHM), complete);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HMAC-SHA-256 failed", e);
        }
        return token.serialize();
    }

    /// What a token says; empty when it is none of these or has expired.
    public Optional<JWTClaimsSet> verify(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            if (!token.getHeader().getAlgorithm().equals(ALGORITHM) || !token.verify(verifier)) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Date expires = claims.getExpirationTime();
            return expires != null && clock.instant().isBefore(expires.toInstant())
                    ? Optional.of(claims)
                    : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
