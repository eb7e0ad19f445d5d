package tingting.database;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Problem;

/// Lets ordinary writes share SQLite's group commit: each under a savepoint of its own, so that one that fails
/// takes no other with it.
final class WriteBatcher implements Batcher<WriteBatcher.Write<?>> {

    /// One write, and what it came to.
    static final class Write<T> {
        private final Database.Work<T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Exception failure;

        Write(Database.Work<T> work) {
            this.work = work;
        }

        CompletableFuture<T> answer() {
            return answer;
        }

        private void run(Transaction transaction) throws SQLException {
            transaction.prepare("SAVEPOINT one_write").execute();
            failure = null;
            try {
                result = work.apply(transaction.handle());
                transaction.prepare("RELEASE one_write").execute();
            } catch (Exception e) {
                if (transaction.dialect().fault(e) == Dialect.Fault.FATAL
                        || transaction.dialect().fault(e) == Dialect.Fault.FULL) {
                    throw e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
                }
                failure = e;
                // fails when the whole transaction is gone: the batch is then run again, one by one
                transaction.prepare("ROLLBACK TO one_write").execute();
                transaction.prepare("RELEASE one_write").execute();
            }
        }

        @SuppressWarnings("NullAway") // T may be nullable: the work's own null is its answer
        private void finish() {
            if (failure == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(failure);
            }
        }
    }

    @Override
    public void apply(Transaction transaction, List<Write<?>> writes) throws SQLException {
        for (Write<?> write : writes) {
            write.run(transaction);
        }
    }

    @Override
    public void committed(List<Write<?>> writes) {
        writes.forEach(Write::finish);
    }

    @Override
    public void failed(Write<?> write, RuntimeException why) {
        write.answer.completeExceptionally(why);
    }

    /// Waits for the answer of a write or read that runs on another thread, and throws what it threw.
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw unchecked(e.getCause() == null ? e : e.getCause());
        }
    }

    static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
