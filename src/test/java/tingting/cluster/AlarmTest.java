package tingting.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-database")
class AlarmTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private final BlockingQueue<Instant> rings = new LinkedBlockingQueue<>();

    @Test
    void it_rings_at_once_and_whenever_its_work_says() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(3);
        try (Alarm alarm = new Alarm("test", CLOCK, () -> {
            rings.add(CLOCK.instant());
            return left.decrementAndGet() > 0 ? Optional.of(CLOCK.instant().plusMillis(20)) : Optional.empty();
        })) {
            assertThat(alarm).isNotNull();
            Instant first = awaitRing();
            awaitRing();
            assertThat(awaitRing()).isAfterOrEqualTo(first.plusMillis(40));
        }
        assertThat(rings).isEmpty();
    }

    @Test
    void an_earlier_time_wakes_it_and_a_later_one_does_not_keep_it() throws InterruptedException {
        try (Alarm alarm = new Alarm("test", CLOCK, this::ring)) {
            awaitRing();
            Instant soon = CLOCK.instant().plusMillis(50);
            alarm.ringAt(soon);
            alarm.ringAt(CLOCK.instant().plus(Duration.ofHours(1)));
            assertThat(awaitRing()).isAfterOrEqualTo(soon);
        }
    }

    @Test
    void work_that_fails_is_tried_again() throws InterruptedException {
        try (Alarm alarm = new Alarm("test", CLOCK, () -> {
            ring();
            throw new IllegalStateException("on purpose");
        })) {
            assertThat(alarm).isNotNull();
            Instant first = awaitRing();
            assertThat(awaitRing()).isAfter(first);
        }
    }

    @Test
    void closing_waits_for_the_work_that_runs() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Alarm alarm = new Alarm("test", CLOCK, () -> {
            ring();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return ring();
        });
        awaitRing();
        Thread closing = Thread.ofVirtual().start(alarm::close);
        go.countDown();
        closing.join();
        assertThat(rings).hasSize(1);
    }

    private Optional<Instant> ring() {
        rings.add(CLOCK.instant());
        return Optional.empty();
    }

    private Instant awaitRing() throws InterruptedException {
        Instant ring = rings.poll(10, TimeUnit.SECONDS);
        assertThat(ring).isNotNull();
        return java.util.Objects.requireNonNull(ring);
    }
}
