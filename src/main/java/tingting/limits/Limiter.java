package tingting.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// Finds the [Meter] of somebody for something. The buckets behind them are in this process, or wherever a
/// [Buckets] keeps them: nobody who asks sees a difference. Safe from any thread.
public final class Limiter {
    /// Bounds the memory that strangers can take.
    private static final int MOST = 200_000;

    /// Where buckets are. Several nodes share them through a proxy manager of Bucket4j, which makes them of a name,
    /// a key and a configuration as well.
    @FunctionalInterface
    interface Buckets {
        /// The bucket of that key; a full one when it has none, or has not been asked for longer than it takes to
        /// fill.
        Bucket find(Limit limit, Object key);
    }

    private record Key(Limit limit, Object of) {}

    private final Buckets buckets;

    Limiter(Buckets buckets) {
        this.buckets = buckets;
    }

    /// With its buckets in the memory of this process. They are forgotten once they are full again, or when there are
    /// too many: first those that were asked for once.
    public static Limiter inMemory(InstantSource clock) {
        TimeMeter time = new WallClock(clock);
        LoadingCache<Key, Bucket> kept = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(time::currentTimeNanos)
                .expireAfter(Expiry.<Key, Bucket>accessing(
                        (key, bucket) -> key.limit().recovery()))
                .build(key -> Meter.local(key.limit(), time));
        return new Limiter((limit, key) -> kept.get(new Key(limit, key)));
    }

    /// @param key whom or what it counts; of any type whose equality is of value, and whose text tells it apart
    public Meter meter(Limit limit, Object key) {
        return new Meter(buckets.find(limit, key));
    }

    /// The time of all nodes, for buckets as well.
    private record WallClock(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
