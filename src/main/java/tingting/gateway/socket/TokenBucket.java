package tingting.gateway.socket;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A rate with a burst, in one number: the time at which the bucket would be full again (the virtual scheduling of
/// GCRA, ITU-T I.371). Safe from any thread.
final class TokenBucket {
    private final long interval;
    private final long depth;
    private final AtomicLong fullAt;

    /// @param now in nanoseconds, of the clock that is given to [#take]
    TokenBucket(int perSecond, int burst, long now) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.depth = interval * burst;
        this.fullAt = new AtomicLong(now);
    }

    /// Takes one token; answers zero, or how long to wait until there is one, which is then not taken.
    Duration take(long now) {
        while (true) {
            long before = fullAt.get();
            long after = (before - now > 0 ? before : now) + interval;
            long tooMuch = after - now - depth;
            if (tooMuch > 0) {
                return Duration.ofNanos(tooMuch);
            }
            if (fullAt.compareAndSet(before, after)) {
                return Duration.ZERO;
            }
        }
    }
}
