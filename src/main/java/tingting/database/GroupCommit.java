package tingting.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;

/// One writer thread with one connection. It takes all that waits, up to [#BATCH], into one transaction: while a
/// commit reaches the disk, the next batch gathers. There is no linger.
final class GroupCommit implements AutoCloseable {
    static final int BATCH = 512;
    private static final int QUEUE = 8192;
    private static final int RECONNECTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /// How a connection is opened, and how a transaction on it begins.
    interface Opener {
        Handle open() throws SQLException;

        void begin(Connection connection) throws SQLException;

        void commit(Connection connection) throws SQLException;

        void rollback(Connection connection) throws SQLException;
    }

    private record Item<E>(Batcher<E> batcher, E entry) {}

    /// Neighbours of one batcher.
    private record Run<E>(Batcher<E> batcher, List<E> entries) {
        void apply(Transaction transaction) throws SQLException {
            batcher.apply(transaction, entries);
        }

        void committed() {
            batcher.committed(entries);
        }
    }

    private final BlockingQueue<Item<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Opener opener;
    private final Dialect dialect;
    private final Consumer<Throwable> fatal;
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean broken;
    private Transaction transaction;

    /// @param fatal told once when it is no longer known what is on the disk: the process must stop
    GroupCommit(String name, Dialect dialect, Opener opener, Consumer<Throwable> fatal) throws SQLException {
        this.opener = opener;
        this.dialect = dialect;
        this.fatal = fatal;
        this.transaction = new Transaction(opener.open(), dialect);
        this.thread = Thread.ofPlatform().name(name).start(this::loop);
    }

    <E> boolean offer(Batcher<E> batcher, E entry) {
        return !closing && !broken && queue.offer(new Item<>(batcher, entry));
    }

    /// Writes what is queued, then ends.
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        transaction.handle().close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        List<Item<?>> taken = new ArrayList<>(BATCH);
        while (true) {
            taken.clear();
            Item<?> first = queue.poll();
            if (first == null) {
                if (closing) {
                    return;
                }
                try {
                    first = queue.take();
                } catch (InterruptedException closingNow) {
                    continue; // the interrupt only wakes the wait: what is queued is still written
                }
            }
            taken.add(first);
            queue.drainTo(taken, BATCH - 1);
            // the commit must not see an interrupt: some drivers would break the connection
            Thread.interrupted();
            write(taken);
        }
    }

    private void write(List<? extends Item<?>> items) {
        if (broken) {
            fail(items, Problem.of(ErrorCode.INTERNAL, "The server is stopping."));
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                List<Run<?>> runs = runs(items);
                opener.begin(transaction.connection());
                for (Run<?> run : runs) {
                    run.apply(transaction);
                }
                opener.commit(transaction.connection());
                runs.forEach(Run::committed);
                return;
            } catch (SQLException | RuntimeException e) {
                if (!again(e, items, attempt)) {
                    return;
                }
            }
        }
    }

    /// After a failure: whether the same items are to be written again. If not, they have been dealt with.
    private boolean again(Exception e, List<? extends Item<?>> items, int attempt) {
        Dialect.Fault fault = dialect.fault(e);
        if (fault == Dialect.Fault.FATAL) {
            broken = true;
            fail(items, new IllegalStateException("The database could not make a commit durable", e));
            fatal.accept(e);
            return false;
        }
        if (fault == Dialect.Fault.CONNECTION) {
            return attempt <= RECONNECTS && reconnect(attempt) || !giveUp(items, Problem.busy());
        }
        rollback();
        if (fault == Dialect.Fault.FULL) {
            fail(items, Problem.of(ErrorCode.INSUFFICIENT_STORAGE, "The server's disk is full."));
            return false;
        }
        if ((fault == Dialect.Fault.SERIALISATION || fault == Dialect.Fault.UNIQUE) && attempt < 3) {
            return true;
        }
        if (items.size() == 1) {
            fail(items, e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e));
            return false;
        }
        for (Item<?> item : items) {
            write(List.of(item));
        }
        return false;
    }

    private boolean giveUp(List<? extends Item<?>> items, RuntimeException why) {
        fail(items, why);
        return true;
    }

    /// A new connection. What the old one was doing is unknown; the batch finds out by looking its entries up again.
    private boolean reconnect(int attempt) {
        try {
            Thread.sleep(100L * attempt);
            transaction.handle().close();
        } catch (InterruptedException e) {
            LOG.debug("Woken while waiting to reconnect");
        } catch (RuntimeException e) {
            LOG.debug("Closing a lost connection failed", e);
        }
        try {
            transaction = new Transaction(opener.open(), dialect);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
        }
        return true;
    }

    private void rollback() {
        try {
            opener.rollback(transaction.connection());
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some errors; a lost connection shows at the next begin
            LOG.debug("Nothing to roll back", e);
        }
    }

    private static void fail(List<? extends Item<?>> items, RuntimeException why) {
        items.forEach(item -> fail(item, why));
    }

    private static <E> void fail(Item<E> item, RuntimeException why) {
        item.batcher().failed(item.entry(), why);
    }

    private static List<Run<?>> runs(List<? extends Item<?>> items) {
        List<Run<?>> runs = new ArrayList<>();
        for (int from = 0; from < items.size(); ) {
            from = addRun(items, from, items.get(from).batcher(), runs);
        }
        return runs;
    }

    @SuppressWarnings("unchecked") // items of one batcher have its entry type: offer() pairs them
    private static <E> int addRun(List<? extends Item<?>> items, int from, Batcher<E> batcher, List<Run<?>> runs) {
        List<E> entries = new ArrayList<>();
        int i = from;
        for (; i < items.size() && items.get(i).batcher() == batcher; i++) {
            entries.add((E) items.get(i).entry());
        }
        runs.add(new Run<>(batcher, entries));
        return i;
    }
}
