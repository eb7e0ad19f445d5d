package tingting.account;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import tingting.protocol.Problem;

/// A few platform threads for password hashes, which each want a whole core and much memory for a while: a flood of
/// sign-ins waits here, up to a bound, and starves nothing else. Safe from any thread.
public final class HashingPool implements AutoCloseable {
    private static final int WAITING = 32;

    private final ThreadPoolExecutor threads;

    /// @param size of the pool: half of the cores leaves room for chat
    public HashingPool(int size) {
        threads = new ThreadPoolExecutor(
                size,
                size,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("hashing-", 0).factory());
    }

    /// Does the work on the pool and waits for it.
    ///
    /// @throws Problem `busy` when too much is waiting already
    <T> T run(Callable<T> work) {
        Future<T> result;
        try {
            result = threads.submit(work);
        } catch (RejectedExecutionException full) {
            throw Problem.busy();
        }
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw Problem.busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        }
    }

    /// Finishes what waits and takes nothing more.
    @Override
    public void close() {
        threads.close();
    }
}
