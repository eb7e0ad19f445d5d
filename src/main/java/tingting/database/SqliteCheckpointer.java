package tingting.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the write-ahead log into the database file, beside the writer instead of within its commits. A passive
/// checkpoint waits for nobody; one that restarts the log waits for readers and holds the writer up, so it is kept
/// for a log that has grown large.
final class SqliteCheckpointer implements AutoCloseable {
    private static final long PASSIVE_BYTES = 4L << 20;
    private static final long RESTART_BYTES = 64L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpointer.class);

    private final Path log;
    private final Handle handle;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sqlite-checkpointer").factory());

    SqliteCheckpointer(Path file, Jdbi jdbi) {
        log = file.resolveSibling(file.getFileName() + "-wal");
        handle = jdbi.open();
        thread.scheduleWithFixedDelay(this::checkpoint, 1, 1, TimeUnit.SECONDS);
    }

    private void checkpoint() {
        try {
            long bytes = Files.exists(log) ? Files.size(log) : 0;
            if (bytes > RESTART_BYTES) {
                SqliteDatabase.execute(handle.getConnection(), "PRAGMA wal_checkpoint(RESTART)");
            } else if (bytes > PASSIVE_BYTES) {
                SqliteDatabase.execute(handle.getConnection(), "PRAGMA wal_checkpoint(PASSIVE)");
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("A checkpoint failed, the next one tries again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        thread.close();
        handle.close();
    }
}
