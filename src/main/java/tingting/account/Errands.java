package tingting.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.Problem;

/// Work that no answer waits for, so that the time of an answer tells nothing of what there was to do: one after the
/// other, on a virtual thread, behind a bounded queue. Safe from any thread.
final class Errands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int WAITING = 1000;
    private static final long GOODBYE_SECONDS = 2;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("errands").factory());

    /// Returns at once.
    ///
    /// @throws Problem `busy` when too much waits already
    void run(Runnable errand) {
        try {
            threads.execute(() -> {
                try {
                    errand.run();
                } catch (RuntimeException e) {
                    LOG.error("An errand failed", e);
                }
            });
        } catch (RejectedExecutionException full) {
            throw Problem.busy();
        }
    }

    /// Finishes what was begun, and drops what waits.
    @Override
    public void close() {
        threads.getQueue().clear();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Not every errand ended in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
