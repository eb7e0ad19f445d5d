package tingting.database;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tingting.protocol.Problem;

/// The readers of SQLite: as many connections as threads; a read borrows one for its transaction.
final class SqliteReaders implements AutoCloseable {
    private static final int WAITING = 4096;

    private final ExecutorService threads;
    private final BlockingQueue<Handle> idle;

    SqliteReaders(int count, Jdbi jdbi) {
        idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            idle.add(jdbi.open());
        }
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("sqlite-reader-", 1).factory());
    }

    <T> CompletableFuture<T> read(Database.Work<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> run(work, answer));
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(Problem.busy());
        }
        return answer;
    }

    private <T> void run(Database.Work<T> work, CompletableFuture<T> answer) {
        Handle handle = idle.remove(); // never empty: as many handles as threads
        try {
            SqliteDatabase.execute(handle.getConnection(), "BEGIN");
            try {
                answer.complete(work.apply(handle));
            } finally {
                SqliteDatabase.execute(
                        handle.getConnection(), "ROLLBACK"); // ends the snapshot; there is nothing to commit
            }
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        } finally {
            idle.add(handle);
        }
    }

    @Override
    public void close() {
        threads.close();
        idle.forEach(Handle::close);
    }
}
