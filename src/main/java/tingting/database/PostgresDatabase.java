package tingting.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;

/// PostgreSQL, for one node or many. Reads see one snapshot, writes are serialisable and run again after a
/// conflict; the journal has writers of its own, chosen by room, with a connection each.
public final class PostgresDatabase implements Database {
    private static final int WRITERS = 4;
    private static final int POOL = 16;
    private static final int RETRIES = 20;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final String epoch;
    private final List<GroupCommit> writers = new ArrayList<>();

    /// @param url a JDBC URL, with user and password as parameters where needed
    public PostgresDatabase(String url, Consumer<Throwable> fatal) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("postgresql");
        config.setMaximumPoolSize(POOL + WRITERS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "tingting");
        pool = new HikariDataSource(config);
        try {
            jdbi = IdArgument.install(Jdbi.create(pool), Dialect.POSTGRESQL);
            epoch = Migrations.run(pool, jdbi, Dialect.POSTGRESQL);
            for (int i = 1; i <= WRITERS; i++) {
                writers.add(new GroupCommit("journal-writer-" + i, Dialect.POSTGRESQL, new Opener(), fatal));
            }
        } catch (RuntimeException | SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        try (Handle handle = jdbi.open()) {
            handle.setReadOnly(true);
            try {
                return handle.inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ, transaction -> work.apply(transaction));
            } finally {
                handle.setReadOnly(false);
            }
        } catch (Exception e) {
            throw problem(e);
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, work::apply);
            } catch (Exception e) {
                Dialect.Fault fault = Dialect.POSTGRESQL.fault(e);
                boolean again = fault == Dialect.Fault.SERIALISATION || fault == Dialect.Fault.UNIQUE && attempt == 1;
                if (!again || attempt == RETRIES) {
                    throw again ? Problem.busy() : problem(e);
                }
                pause(attempt);
            }
        }
    }

    /// With jitter, so that two that met do not meet again.
    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1L + 2L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy();
        }
    }

    private static RuntimeException problem(Exception e) {
        return switch (Dialect.POSTGRESQL.fault(e)) {
            case FULL -> Problem.of(ErrorCode.INSUFFICIENT_STORAGE, "The server's disk is full.");
            case CONNECTION -> Problem.busy();
            case UNIQUE, SERIALISATION, FATAL, OTHER -> WriteBatcher.unchecked(e);
        };
    }

    @Override
    public <E> BatchQueue<E> batches(Batcher<E> batcher) {
        return (key, entry) -> writers.get(Math.floorMod(key, WRITERS)).offer(batcher, entry);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public long bytes() {
        return read(handle -> handle.createQuery("SELECT pg_database_size(current_database())")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public void close() {
        writers.forEach(GroupCommit::close);
        pool.close();
    }

    private final class Opener implements GroupCommit.Opener {
        @Override
        public Handle open() throws SQLException {
            Handle handle = jdbi.open();
            handle.getConnection().setAutoCommit(false);
            // the group commit ends its transactions itself, on the connection
            handle.configure(Handles.class, handles -> handles.setForceEndTransactions(false));
            return handle;
        }

        @Override
        public void begin(Connection connection) {
            // the driver begins with the first statement
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            connection.commit();
        }

        @Override
        public void rollback(Connection connection) throws SQLException {
            connection.rollback();
        }
    }
}
