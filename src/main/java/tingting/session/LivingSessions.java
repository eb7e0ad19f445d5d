package tingting.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tingting.database.Database;
import tingting.protocol.Caller;

/// Remembers which sessions live and whose they are, so that authenticating costs no query. An ended session is
/// kept as ended for a while: a read that began before its end and finishes after it cannot bring it back. Safe
/// from any thread.
final class LivingSessions {
    /// How long an answer is believed: bounds what a lost revocation of another node can do, and outlives every read.
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final int MOST = 200_000;

    private final Database database;
    private final SessionStore store;
    private final Clock clock;
    /// The owner of a living session; empty for one that ended or never was.
    private final Cache<UUID, Optional<UUID>> owners;

    LivingSessions(Database database, SessionStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.owners = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(BELIEVED)
                .build();
    }

    /// Whether the caller's session lives and is theirs. Blocks when it is not remembered.
    boolean lives(Caller caller) {
        Optional<UUID> owner = owners.getIfPresent(caller.sessionId());
        if (owner == null) {
            owner = remember(caller.sessionId());
        }
        return owner.isPresent() && owner.get().equals(caller.userId());
    }

    /// From now on it is refused. Never blocks.
    void end(UUID sessionId) {
        owners.put(sessionId, Optional.empty());
    }

    private Optional<UUID> remember(UUID sessionId) {
        Optional<UUID> read = database.read(handle -> store.owner(handle, sessionId, clock.instant()));
        Optional<UUID> known = owners.asMap().putIfAbsent(sessionId, read);
        return known == null ? read : known;
    }
}
