package tingting.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.cluster.SharedCache.Tally;
import tingting.testing.TestClock;
import tingting.testing.Together;

@Tag("no-database")
class LocalCacheTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final LocalCache cache = new LocalCache(clock);

    @Test
    void a_value_is_there_for_its_lifetime_and_no_longer() {
        cache.put("a", "1", MINUTE);
        clock.advance(MINUTE.minusMillis(1));
        assertThat(cache.get("a")).contains("1");

        clock.advance(Duration.ofMillis(1));
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void a_new_value_takes_the_place_of_the_old_one_and_has_a_lifetime_of_its_own() {
        cache.put("a", "1", MINUTE);
        clock.advance(MINUTE.dividedBy(2));
        cache.put("a", "2", MINUTE);
        clock.advance(MINUTE.dividedBy(2));

        assertThat(cache.get("a")).contains("2");
    }

    @Test
    void a_value_is_removed_only_while_it_is_that_one() {
        cache.put("a", "1", MINUTE);

        assertThat(cache.remove("a", "2")).isFalse();
        assertThat(cache.get("a")).contains("1");
        assertThat(cache.remove("a", "1")).isTrue();
        assertThat(cache.remove("a", "1")).isFalse();
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void of_many_that_remove_a_value_at_once_one_does() {
        cache.put("a", "1", MINUTE);
        AtomicInteger removed = new AtomicInteger();

        Together.run(Collections.nCopies(50, () -> {
            if (cache.remove("a", "1")) {
                removed.incrementAndGet();
            }
        }));

        assertThat(removed).hasValue(1);
    }

    @Test
    void a_row_of_counts_begins_its_time_with_the_first() {
        assertThat(cache.count("a", MINUTE)).isEqualTo(new Tally(1, MINUTE));
        clock.advance(Duration.ofSeconds(40));
        assertThat(cache.count("a", MINUTE)).isEqualTo(new Tally(2, Duration.ofSeconds(20)));
        clock.advance(Duration.ofSeconds(20));
        assertThat(cache.count("a", MINUTE)).isEqualTo(new Tally(1, MINUTE));
    }

    @Test
    void no_count_is_lost_among_many_at_once() {
        Together.run(Collections.nCopies(50, () -> cache.count("a", MINUTE)));

        assertThat(cache.count("a", MINUTE).count()).isEqualTo(51);
    }
}
