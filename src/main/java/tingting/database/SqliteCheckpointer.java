package tingting.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the write-ahead log into the database file, beside the writer instead of within its commits. A passive
/// checkpoint holds nobody up. One that restarts the log holds the writer up from its beginning to its end, so it is
/// kept for a log that has grown large, and comes right after a passive one, which leaves it little to do.
final class SqliteCheckpointer implements AutoCloseable {
    private static final long PASSIVE_BYTES = 4L << 20;
    /// 64 MB of pages of 4 KB. The file's length says nothing: it stays when the log begins anew.
    private static final long RESTART_FRAMES = 16L << 10;

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
            if (Files.exists(log) && Files.size(log) > PASSIVE_BYTES && frames("PASSIVE") > RESTART_FRAMES) {
                frames("RESTART");
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("A checkpoint failed, the next one tries again: {}", e.getMessage());
        }
    }

    /// Makes a checkpoint; answers how many frames the log has.
    private long frames(String mode) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return answer.next() ? answer.getLong("log") : 0;
        }
    }

    @Override
    public void close() {
        thread.close();
        handle.close();
    }
}
