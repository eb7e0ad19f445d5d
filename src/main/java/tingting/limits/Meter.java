package tingting.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// Counts one thing against one [Limit]. Safe from any thread. Its verbs take no time when its bucket is in memory,
/// and a round trip when it is shared among nodes.
public final class Meter {
    private final Bucket bucket;

    Meter(Bucket bucket) {
        this.bucket = bucket;
    }

    /// One of its own, for what lives in one place, as a connection does.
    public static Meter alone(Limit limit) {
        return new Meter(local(limit, TimeMeter.SYSTEM_NANOTIME));
    }

    static Bucket local(Limit limit, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit.configuration().getBandwidths()[0])
                .withCustomTimePrecision(time)
                .build();
    }

    /// Counts one; answers zero, or how long to wait until there is room for one, which then is not counted.
    public Duration take() {
        return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /// How long to wait until there is room for one; zero when there is. Counts nothing.
    public Duration untilRoom() {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /// Counts one, also when there is no room for it: it then has to be waited for all the longer.
    public void count() {
        bucket.consumeIgnoringRateLimits(1);
    }
}
