package tingting.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cache of a single node, in its memory. Full, it forgets what was used least.
public final class LocalCache implements SharedCache {
    private static final int MOST = 200_000;

    private record Kept(String value, Instant until) {}

    private final InstantSource clock;
    private final Cache<String, Kept> kept;

    public LocalCache(InstantSource clock) {
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .expireAfter(Expiry.<String, Kept>writing((_, entry) -> left(entry)))
                .build();
    }

    @Override
    public void put(String key, String value, Duration lifetime) {
        kept.put(key, new Kept(value, clock.instant().plus(lifetime)));
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(kept.getIfPresent(key)).map(Kept::value);
    }

    @Override
    public boolean remove(String key, String value) {
        Kept entry = kept.getIfPresent(key);
        return entry != null && entry.value().equals(value) && kept.asMap().remove(key, entry);
    }

    @Override
    public Tally count(String key, Duration lifetime) {
        Kept counted = Objects.requireNonNull(kept.asMap().compute(key, (_, before) -> next(before, lifetime)));
        return new Tally(Long.parseLong(counted.value()), left(counted));
    }

    private Kept next(@Nullable Kept before, Duration lifetime) {
        return before == null
                ? new Kept("1", clock.instant().plus(lifetime))
                : new Kept(Long.toString(Long.parseLong(before.value()) + 1), before.until());
    }

    private Duration left(Kept entry) {
        return Duration.between(clock.instant(), entry.until());
    }
}
