package tingting.notice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands messages to their carriers, on virtual threads of its own and a few at a time. One that is not taken is
/// tried again after each of the pauses, then given up. Safe from any thread.
final class Post implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int AT_ONCE = 4;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final List<Duration> pauses;
    private final Semaphore places;
    private final Semaphore hands = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("post-", 0).factory());

    /// @param pauses before the second attempt and each that follows
    /// @param most messages that may wait here; what comes beyond is dropped
    Post(List<Duration> pauses, int most) {
        this.pauses = pauses;
        this.places = new Semaphore(most);
    }

    /// Returns at once.
    <M> void send(Carrier<M> carrier, M message) {
        if (!places.tryAcquire()) {
            LOG.error("A message was dropped: too many wait to be sent");
            return;
        }
        try {
            threads.execute(() -> deliver(carrier, message));
        } catch (RejectedExecutionException stopping) {
            places.release();
            LOG.warn("A message was dropped: the server stops");
        }
    }

    private <M> void deliver(Carrier<M> carrier, M message) {
        try {
            int attempt = 0;
            while (!attempt(carrier, message, attempt) && attempt < pauses.size()) {
                Thread.sleep(pauses.get(attempt++));
            }
        } catch (InterruptedException stopping) {
            LOG.warn("A message was dropped: the server stops");
        } finally {
            places.release();
        }
    }

    /// Whether it is over, well or not.
    private <M> boolean attempt(Carrier<M> carrier, M message, int attempt) throws InterruptedException {
        hands.acquire();
        try {
            carrier.carry(message);
            return true;
        } catch (Undelivered e) {
            boolean over = e.lasting() || attempt == pauses.size();
            LOG.warn("A message was not sent{}: {}", over ? ", and is given up" : "", e.getMessage());
            return over;
        } catch (RuntimeException e) {
            // not with its message, which may name the recipient
            LOG.error(
                    "A message could not be sent and is given up: {}",
                    e.getClass().getName());
            return true;
        } finally {
            hands.release();
        }
    }

    /// Waits a moment for what is being sent, and drops what waits for another attempt.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
