package tingting.database;

import org.jdbi.v3.core.Handle;

/// Where everything lasting is kept: SQLite in this process, or PostgreSQL. The stores' SQL is the same for both.
///
/// Both calls block: use them on virtual threads, never on a lane.
public interface Database extends AutoCloseable {
    /// Work with a handle. It may run more than once and must have no effect but through the handle.
    @FunctionalInterface
    interface Work<T> {
        T apply(Handle handle) throws Exception;
    }

    /// Runs a read. It sees one consistent snapshot and everything committed before it began.
    <T> T read(Work<T> work);

    /// Runs a transaction and returns after its commit is durable. `work` is SQL only and is run again after a
    /// serialisation failure, or when another piece of work that shared its commit failed: effects belong after the
    /// return.
    ///
    /// @throws tingting.protocol.Problem `busy` when the queue is full, `insufficient_storage` when the disk
    ///     is, or what
    ///     `work` threw
    <T> T write(Work<T> work);

    /// A write without an answer.
    default void run(RunWork work) {
        write(handle -> {
            work.run(handle);
            return true;
        });
    }

    /// As [Work], without a result.
    @FunctionalInterface
    interface RunWork {
        void run(Handle handle) throws Exception;
    }

    /// Opens a queue whose entries share group commits: on SQLite with all other writes, on PostgreSQL one writer a
    /// key.
    <E> BatchQueue<E> batches(Batcher<E> batcher);

    /// Which of the two it is.
    Dialect dialect();

    /// How much room it takes on its disk, in bytes.
    long bytes();

    /// The identity of this database: changes when a backup is restored.
    String epoch();

    @Override
    void close();
}
