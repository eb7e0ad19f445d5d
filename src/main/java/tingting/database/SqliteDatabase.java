package tingting.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import tingting.protocol.Problem;

/// SQLite in this process: one writer with group commit, a few readers, a checkpointer, each a platform thread with
/// its own connection (calls through JNI pin virtual threads). WAL with `synchronous=FULL`: what is acknowledged is
/// on the disk. Readers never wait for the writer.
public final class SqliteDatabase implements Database {
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 10_000;

    private final Path file;
    private final Jdbi jdbi;
    private final String epoch;
    private final GroupCommit writer;
    private final SqliteReaders readers;
    private final SqliteCheckpointer checkpointer;
    private final WriteBatcher writes = new WriteBatcher();

    /// Opens or creates the file.
    ///
    /// @param fatal told when a commit could not be made durable: the process must stop
    public SqliteDatabase(Path file, Consumer<Throwable> fatal) throws SQLException {
        this.file = file;
        SQLiteDataSource source = source(file);
        jdbi = IdArgument.install(Jdbi.create(source), Dialect.SQLITE);
        jdbi.setStatementBuilderFactory(connection -> new KeptStatements());
        epoch = Migrations.run(source, jdbi, Dialect.SQLITE);
        writer = new GroupCommit("sqlite-writer", Dialect.SQLITE, new Opener(), fatal);
        readers = new SqliteReaders(READERS, jdbi);
        checkpointer = new SqliteCheckpointer(file, jdbi);
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-16000");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public <T> T read(Work<T> work) {
        return WriteBatcher.await(readers.read(work));
    }

    @Override
    public <T> T write(Work<T> work) {
        var write = new WriteBatcher.Write<>(work);
        CompletableFuture<T> answer = write.answer();
        if (!writer.offer(writes, write)) {
            throw Problem.busy();
        }
        return WriteBatcher.await(answer);
    }

    @Override
    public <E> BatchQueue<E> batches(Batcher<E> batcher) {
        return (key, entry) -> writer.offer(batcher, entry);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    /// The file and what waits beside it for a checkpoint.
    @Override
    public long bytes() {
        return file.toFile().length()
                + file.resolveSibling(file.getFileName() + "-wal").toFile().length();
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public void close() {
        checkpointer.close();
        readers.close();
        writer.close();
    }

    /// Transactions by plain statements: the driver's own would begin a new one at every commit.
    private final class Opener implements GroupCommit.Opener {
        @Override
        public Handle open() throws SQLException {
            Handle handle = jdbi.open();
            // checkpoints belong to the checkpointer: in the writer they would make one commit in a thousand wait
            execute(handle.getConnection(), "PRAGMA wal_autocheckpoint = 0");
            return handle;
        }

        @Override
        public void begin(Connection connection) throws SQLException {
            execute(connection, "BEGIN IMMEDIATE");
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            execute(connection, "COMMIT");
        }

        @Override
        public void rollback(Connection connection) throws SQLException {
            execute(connection, "ROLLBACK");
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
