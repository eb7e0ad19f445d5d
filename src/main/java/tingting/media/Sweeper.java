package tingting.media;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.database.Database;

/// Deletes what nobody uses: files that were uploaded and not sent within a day, and contents that are of no file any
/// more. A thread of its own looks from time to time; several nodes may look at once.
public final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration UNUSED = Duration.ofDays(1);
    /// Longer than it takes to put a content into the storage once it is wanted.
    private static final Duration LOOSE = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Database database;
    private final Storage storage;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon().factory());

    public Sweeper(Database database, Storage storage, InstantSource clock) {
        this.database = database;
        this.storage = storage;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void look() {
        try {
            sweep();
        } catch (RuntimeException | IOException e) {
            LOG.warn("Unused files could not be swept, and will be tried again", e);
        }
    }

    /// Deletes what is unused now.
    void sweep() throws IOException {
        Instant now = clock.instant();
        int files = database.write(handle -> FileStore.deleteUnused(handle, now.minus(UNUSED), now));
        List<String> contents = database.write(handle -> FileStore.doom(handle, now.minus(LOOSE)));
        for (String hash : contents) {
            storage.delete(hash);
            database.run(handle -> FileStore.deleteContent(handle, hash));
        }
        if (files + contents.size() > 0) {
            LOG.info("Swept {} unused files and {} contents", files, contents.size());
        }
    }

    /// Waits for the work that runs.
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
