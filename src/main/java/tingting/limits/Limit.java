package tingting.limits;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/// How much of something may be done: so much at once, and in the long run so much in a time.
///
/// @param name what is limited; the same for all who are, different from every other limit
/// @param burst how much at once, after a long enough pause
/// @param refill how much comes back in `period`, evenly
public record Limit(String name, int burst, int refill, Duration period) {
    /// So many a second, and `burst` at once.
    public static Limit perSecond(String name, int refill, int burst) {
        return new Limit(name, burst, refill, Duration.ofSeconds(1));
    }

    /// So many at once; after `period` without any, all of them again.
    public static Limit within(String name, int most, Duration period) {
        return new Limit(name, most, most, period);
    }

    /// After so long without any, a bucket is as if it had never been used: it was empty, and owed as much again.
    Duration recovery() {
        return period.multipliedBy(2L * Math.ceilDiv(burst, refill));
    }

    BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(burst).refillGreedy(refill, period))
                .build();
    }
}
