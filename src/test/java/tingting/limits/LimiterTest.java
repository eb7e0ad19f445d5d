package tingting.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.testing.TestClock;
import tingting.testing.Together;

@Tag("no-database")
class LimiterTest {
    private static final Limit LIMIT = Limit.perSecond("things", 2, 5);

    private final TestClock clock = new TestClock();
    private final Limiter limiter = Limiter.inMemory(clock);

    @Test
    void a_burst_passes_and_then_one_waits_as_long_as_it_is_told() {
        take(5);

        Duration wait = an().take();

        assertThat(wait).isEqualTo(Duration.ofMillis(500));
        clock.advance(wait.minusMillis(1));
        assertThat(an().take()).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofMillis(1));
        assertThat(an().take()).isZero();
    }

    @Test
    void after_a_pause_there_is_one_burst_and_not_more() {
        take(5);
        clock.advance(Duration.ofHours(1));
        take(5);

        assertThat(an().take()).isPositive();
    }

    @Test
    void everybody_and_everything_is_counted_apart() {
        take(5);

        assertThat(limiter.meter(LIMIT, "binh").take()).isZero();
        assertThat(limiter.meter(Limit.perSecond("others", 2, 5), "an").take()).isZero();
    }

    @Test
    void asking_for_room_counts_nothing_and_a_debt_is_waited_for() {
        assertThat(an().untilRoom()).isZero();
        take(5);
        assertThat(an().untilRoom()).isEqualTo(Duration.ofMillis(500));

        an().count();
        an().count();

        assertThat(an().untilRoom()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void a_debt_is_not_forgotten_before_it_is_paid() {
        for (int i = 0; i < 10; i++) {
            an().count();
        }
        clock.advance(Duration.ofMillis(2999));
        assertThat(an().untilRoom()).isPositive();

        for (int i = 0; i < 10; i++) {
            limiter.meter(LIMIT, "binh").count();
        }
        clock.advance(Duration.ofSeconds(4));
        assertThat(limiter.meter(LIMIT, "binh").take()).isZero();
        assertThat(limiter.meter(LIMIT, "binh").take()).isZero();
        assertThat(limiter.meter(LIMIT, "binh").take()).isZero();
        assertThat(limiter.meter(LIMIT, "binh").take()).isPositive();
    }

    @Test
    void of_many_at_once_no_more_than_the_burst_pass() {
        AtomicInteger passed = new AtomicInteger();
        Together.run(IntStream.range(0, 50)
                .<Runnable>mapToObj(i -> () -> {
                    if (an().take().isZero()) {
                        passed.incrementAndGet();
                    }
                })
                .toList());

        assertThat(passed).hasValue(5);
    }

    @Test
    void one_alone_has_a_time_of_its_own() {
        Meter meter = Meter.alone(Limit.within("frames", 2, Duration.ofHours(1)));

        assertThat(meter.take()).isZero();
        assertThat(meter.take()).isZero();
        assertThat(meter.take()).isPositive();
    }

    private Meter an() {
        return limiter.meter(LIMIT, "an");
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(an().take()).as("the %d. time", i + 1).isZero();
        }
    }
}
