package tingting.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.limits.AddressPrefix;
import tingting.protocol.Caller;
import tingting.protocol.Event;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// Signed-in devices. A session begins with a sign-in, is renewed with refresh tokens that are each good once, and
/// ends by logout, revocation, or 30 days without renewal. Its end voids its access token at once and closes its
/// sockets on every node. Safe from any thread; all but [#authenticate] of a known session and [#receive] block.
public final class Sessions {
    /// A session that is not renewed for so long is over.
    public static final Duration LIFETIME = Duration.ofDays(30);

    /// How long a browser is known that nobody signs in with. Browsers keep no cookie for longer.
    public static final Duration DEVICE_LIFETIME = Duration.ofDays(400);

    /// How long an address is known that nobody signs in from.
    private static final Duration ADDRESS_KNOWN = Duration.ofDays(90);

    /// How long somebody who has signed in is not asked who they are again.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Database database;
    private final Bus bus;
    private final Ids ids;
    private final Clock clock;
    private final AccessTokens accessTokens;
    private final DeviceTokens deviceTokens;
    private final RefreshTokens refreshTokens;
    private final SessionStore store = new SessionStore();
    private final LivingSessions living;

    /// @param accessLifetime of an access token
    public record Settings(Keys keys, Duration accessLifetime) {}

    /// Secrets that tokens are signed with: the same on every node, each used for one kind alone.
    public record Keys(byte[] accessTokens, byte[] deviceTokens) {
        private static final int BYTES = 32;

        /// @param secrets answers the secret of a name, with so many bytes
        public static Keys of(BiFunction<String, Integer, byte[]> secrets) {
            return new Keys(secrets.apply("access-tokens", BYTES), secrets.apply("device-tokens", BYTES));
        }
    }

    public Sessions(Database database, Bus bus, Ids ids, Clock clock, SecureRandom random, Settings settings) {
        this.database = database;
        this.bus = bus;
        this.ids = ids;
        this.clock = clock;
        this.accessTokens = new AccessTokens(settings.keys().accessTokens(), settings.accessLifetime(), ids, clock);
        this.deviceTokens = new DeviceTokens(settings.keys().deviceTokens(), ids, clock);
        this.refreshTokens = new RefreshTokens(random);
        this.living = new LivingSessions(database, store, clock);
    }

    /// Who an access token stands for. Blocks when the session has not been seen for a minute.
    ///
    /// @throws Problem `unauthenticated` when it is forged or expired, or its session has ended
    public Caller authenticate(String accessToken) {
        Caller caller = accessTokens.verify(accessToken);
        if (!living.lives(caller)) {
            throw Problem.unauthenticated();
        }
        return caller;
    }

    /// Whether the caller's session has not ended. Blocks when it has not been seen for a minute.
    public boolean lives(Caller caller) {
        return living.lives(caller);
    }

    /// What a browser keeps to be known after its session has ended.
    public String deviceToken(UUID userId) {
        return deviceTokens.issue(userId);
    }

    /// Which device it is, when somebody has signed in to that account with it.
    public Optional<UUID> knownDevice(UUID userId, Device device) {
        return device.token().flatMap(token -> deviceTokens.device(userId, token));
    }

    /// Whether somebody has lately signed in to that account from that address, or one that the same party has.
    public boolean knowsAddress(Handle handle, UUID userId, String address) {
        Instant since = clock.instant().minus(ADDRESS_KNOWN);
        return store.beganIn(handle, userId, AddressPrefix.of(address), since);
    }

    /// Whether the caller signed in but a moment ago.
    public boolean isFresh(Handle handle, Caller caller) {
        return store.beganSince(handle, caller.sessionId(), clock.instant().minus(FRESH));
    }

    /// Whether the caller's session lives, as the transaction sees it.
    public boolean lives(Handle handle, Caller caller) {
        return store.owner(handle, caller.sessionId(), clock.instant())
                .filter(caller.userId()::equals)
                .isPresent();
    }

    /// Begins a session within the transaction that found out who it is. The tokens are good after its commit.
    public Tokens open(Handle handle, UUID userId, Device device) {
        Instant now = clock.instant();
        UUID sessionId = ids.next();
        store.insert(handle, sessionId, userId, device, now, now.plus(LIFETIME));
        return issue(handle, new Caller(userId, sessionId), now);
    }

    /// Spends a refresh token on a new pair. One that comes back after its use was stolen, from or by whoever holds
    /// the newer one: the whole session ends (RFC 9700, section 4.14.2).
    ///
    /// @throws Problem `unauthenticated` when the token is unknown, expired, used, or of an ended session
    public Tokens refresh(String refreshToken) {
        byte[] hash = RefreshTokens.hash(refreshToken);
        Renewal renewal = database.write(handle -> renew(handle, hash));
        if (renewal instanceof Reused(Caller thief)) {
            announceEnd(thief.userId(), List.of(thief.sessionId()));
        }
        if (renewal instanceof Renewed(Tokens tokens)) {
            return tokens;
        }
        throw Problem.unauthenticated();
    }

    private sealed interface Renewal {}

    private record Renewed(Tokens tokens) implements Renewal {}

    private record Reused(Caller owner) implements Renewal {}

    private record Refused() implements Renewal {}

    private Renewal renew(Handle handle, byte[] hash) {
        Instant now = clock.instant();
        Optional<SessionStore.Found> found = store.token(handle, hash, now).filter(SessionStore.Found::good);
        if (found.isEmpty()) {
            return new Refused();
        }
        Caller owner = new Caller(found.get().userId(), found.get().sessionId());
        if (found.get().used()) {
            store.revoke(handle, owner.userId(), owner.sessionId(), now);
            return new Reused(owner);
        }
        store.spendToken(handle, hash, now);
        store.prolong(handle, owner.sessionId(), now, now.plus(LIFETIME));
        store.forgetTokens(handle, owner.sessionId(), now.minus(LIFETIME));
        return new Renewed(issue(handle, owner, now));
    }

    private Tokens issue(Handle handle, Caller caller, Instant now) {
        String refreshToken = refreshTokens.next();
        store.insertToken(handle, RefreshTokens.hash(refreshToken), caller.sessionId(), now);
        return new Tokens(caller, accessTokens.issue(caller), refreshToken, accessTokens.lifetime());
    }

    /// Ends the caller's own session; nothing happens when it has ended since.
    public void logout(Caller caller) {
        end(caller.userId(), caller.sessionId());
    }

    /// The caller's living sessions, the last used first.
    public List<Session> list(Caller caller) {
        return database.read(handle -> store.list(handle, caller.userId(), caller.sessionId(), clock.instant()));
    }

    /// Ends one of the caller's sessions.
    ///
    /// @throws Problem `not_found` when the caller has no such living session
    public void revoke(Caller caller, UUID sessionId) {
        if (!end(caller.userId(), sessionId)) {
            throw Problem.notFound();
        }
    }

    /// Ends all of the caller's sessions but the one that asks.
    public void revokeOthers(Caller caller) {
        List<UUID> ended = database.write(handle -> endAll(handle, caller.userId(), List.of(caller.sessionId())));
        announceEnd(caller.userId(), ended);
    }

    private boolean end(UUID userId, UUID sessionId) {
        boolean ended = database.write(handle -> store.revoke(handle, userId, sessionId, clock.instant()));
        if (ended) {
            announceEnd(userId, List.of(sessionId));
        }
        return ended;
    }

    /// Ends a person's sessions within a transaction, but for those to keep. Say [#announceEnd] of the answer after
    /// the commit.
    public List<UUID> endAll(Handle handle, UUID userId, List<UUID> keep) {
        Instant now = clock.instant();
        List<UUID> ending = store.living(handle, userId).stream()
                .filter(session -> !keep.contains(session))
                .toList();
        ending.forEach(session -> store.revoke(handle, userId, session, now));
        return ending;
    }

    /// Makes the end of sessions felt: their access tokens are void here when this returns, their sockets close.
    public void announceEnd(UUID userId, List<UUID> sessionIds) {
        for (UUID session : sessionIds) {
            living.end(session);
            bus.publish(new UserEvent(userId, new UserEvent.SessionRevoked(session)));
        }
    }

    /// Hears from the bus of sessions that ended on other nodes. Never blocks.
    public void receive(Event event) {
        if (event instanceof UserEvent(UUID _, UserEvent.SessionRevoked(UUID session))) {
            living.end(session);
        }
    }
}
