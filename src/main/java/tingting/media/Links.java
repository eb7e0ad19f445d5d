package tingting.media;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.session.SignedTokens;

/// Makes and reads links: they stand for whoever made them, for one file, as long as their session lives, and never
/// open more than they could themselves. Safe from any thread.
public final class Links {
    /// The name and the length of the secret that they are signed with.
    public static final String SECRET = "file-links";

    public static final int SECRET_BYTES = 32;

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String SESSION = "sid";
    private static final String FILE = "file";

    private final SignedTokens tokens;
    private final Predicate<Caller> lives;
    private final Clock clock;

    /// @param lives whether a session has not ended; may block
    public Links(byte[] key, Predicate<Caller> lives, Clock clock) {
        this.tokens = new SignedTokens(key, LIFETIME, clock);
        this.lives = lives;
        this.clock = clock;
    }

    Link make(Caller caller, KeptFile file) {
        String signature = tokens.issue(new JWTClaimsSet.Builder()
                .subject(caller.userId().toString())
                .claim(SESSION, caller.sessionId().toString())
                .claim(FILE, file.fileId().toString()));
        // a token's times are in whole seconds
        return new Link(
                file.url() + "?signature=" + signature,
                clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS));
    }

    /// For whom a link to that file stands; empty when it is forged, of another file, or over. Blocks at times.
    public Optional<Caller> read(UUID fileId, String signature) {
        return tokens.verify(signature)
                .filter(claims -> fileId.toString().equals(claims.getClaim(FILE)))
                .flatMap(Links::caller)
                .filter(lives);
    }

    private static Optional<Caller> caller(JWTClaimsSet claims) {
        return Ids.parse(claims.getSubject())
                .flatMap(userId -> Ids.parse(String.valueOf(claims.getClaim(SESSION)))
                        .map(sessionId -> new Caller(userId, sessionId)));
    }
}
