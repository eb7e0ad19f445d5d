package tingting.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps what people are told of their counts in order, though several threads count: who was slow does not tell an
/// older count after a newer one. Safe from any thread.
final class Turns {
    /// Longer than anybody counts.
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final AtomicLong newest = new AtomicLong();
    private final Cache<UUID, Long> told =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    /// To be taken before counting.
    long next() {
        return newest.incrementAndGet();
    }

    /// Tells a person what was counted in this turn, unless they were told of a later one: then it has to be counted
    /// again. Answers whether it was told.
    ///
    /// @param tell must not block
    boolean tell(long turn, UUID userId, Runnable tell) {
        return told.asMap().compute(userId, (id, last) -> {
                    if (last != null && last > turn) {
                        return last;
                    }
                    tell.run();
                    return turn;
                })
                == turn;
    }
}
