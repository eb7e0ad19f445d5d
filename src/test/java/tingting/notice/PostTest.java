package tingting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-database")
class PostTest {
    private static final List<Duration> TWICE_MORE = List.of(Duration.ofMillis(1), Duration.ofMillis(1));

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();

    @Test
    void what_is_not_taken_is_tried_again_until_it_is() {
        try (Post post = new Post(TWICE_MORE, 10)) {
            post.send(
                    _ -> {
                        if (attempts.incrementAndGet() < 3) {
                            throw Undelivered.now("not yet");
                        }
                    },
                    "message");
            await().until(() -> attempts.get() == 3);
        }
        assertThat(attempts).hasValue(3);
    }

    @Test
    void what_is_never_taken_is_given_up_after_the_last_pause() {
        try (Post post = new Post(TWICE_MORE, 1)) {
            post.send(this::fail, "message");
            await().until(() -> attempts.get() == 3);
            // its place is free again only when it was given up
            await().until(() -> {
                post.send(_ -> after.incrementAndGet(), "another");
                return after.get() > 0;
            });
        }
        assertThat(attempts).hasValue(3);
    }

    @Test
    void what_is_refused_for_ever_is_not_tried_again() {
        try (Post post = new Post(TWICE_MORE, 1)) {
            post.send(
                    _ -> {
                        attempts.incrementAndGet();
                        throw Undelivered.ever("no");
                    },
                    "message");
            await().until(() -> {
                post.send(_ -> after.incrementAndGet(), "another");
                return after.get() > 0;
            });
        }
        assertThat(attempts).hasValue(1);
    }

    @Test
    void sending_waits_for_nobody_and_what_is_too_much_is_dropped() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (Post post = new Post(List.of(), 2)) {
            for (int i = 0; i < 5; i++) {
                post.send(
                        _ -> {
                            attempts.incrementAndGet();
                            waitFor(held);
                        },
                        "message");
            }
            await().until(() -> attempts.get() == 2);
            held.countDown();
        }
        assertThat(attempts).hasValue(2);
    }

    @Test
    void closing_does_not_wait_for_another_attempt() {
        Post post = new Post(List.of(Duration.ofHours(1)), 10);
        post.send(this::fail, "message");
        await().until(() -> attempts.get() == 1);

        post.close();

        assertThat(attempts).hasValue(1);
    }

    private void fail(String message) throws Undelivered {
        attempts.incrementAndGet();
        throw Undelivered.now("no");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
