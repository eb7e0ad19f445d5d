package tingting.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// Takes files in. Safe from any thread; blocks as long as the sender takes.
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration DAY = Duration.ofDays(1);
    /// What a form adds to its file: boundaries, and headers that hold its name.
    private static final long ENVELOPE = 8 * 1024;

    /// @param fileBytes of one file
    /// @param dayBytes of all files that one user uploads in a day
    /// @param atOnce how many one user may be uploading
    public record Limits(long fileBytes, long dayBytes, int atOnce) {}

    /// A file that begins to arrive.
    ///
    /// @param name as its sender calls it: anything at all
    public record Sent(String name, InputStream content) {}

    /// Has a sender begin: nothing is read of a file that is refused before.
    @FunctionalInterface
    public interface Sender {
        Sent begin();
    }

    private final Database database;
    private final Storage storage;
    private final Intake intake;
    private final Limits limits;
    private final Ids ids;
    private final Clock clock;
    private final Map<UUID, Integer> busy = new ConcurrentHashMap<>();

    /// @param folder where files arrive: on the disk of the storage, where that is one
    /// @throws IOException when the folder cannot be used
    public static Uploads into(Path folder, Database database, Storage storage, Limits limits, Ids ids, Clock clock)
            throws IOException {
        var disk = Files.getFileStore(PrivateFiles.folder(folder));
        return new Uploads(database, storage, new Intake(folder, disk::getUsableSpace), limits, ids, clock);
    }

    Uploads(Database database, Storage storage, Intake intake, Limits limits, Ids ids, Clock clock) {
        this.database = database;
        this.storage = storage;
        this.intake = intake;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /// Takes a file in for its uploader, who may then send it.
    ///
    /// @param roomId where it is meant to be sent, if that is known
    /// @param announced how many bytes the sender says will come, form and all
    /// @throws Problem `not_found` for a room the caller is not in, `too_large`, `rate_limited`,
    ///     `invalid_request` for an empty file or one that was cut off, `insufficient_storage`, `busy`
    public KeptFile add(Caller caller, Optional<UUID> roomId, OptionalLong announced, Sender sender) {
        if (announced.orElse(0) > limits.fileBytes + ENVELOPE) {
            throw Intake.tooLarge(limits.fileBytes);
        }
        begin(caller.userId());
        try {
            requireAllowed(caller, roomId, announced.orElse(0));
            intake.requireRoom(announced.orElse(0));
            return keep(caller, sender.begin());
        } catch (OutOfSpace full) {
            LOG.warn("An upload was refused: {}", full.getMessage());
            throw Problem.of(ErrorCode.INSUFFICIENT_STORAGE, "The server has no room for this file.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            busy.computeIfPresent(caller.userId(), (user, count) -> count == 1 ? null : count - 1);
        }
    }

    private void begin(UUID userId) {
        int now = busy.merge(userId, 1, Integer::sum);
        if (now > limits.atOnce) {
            busy.computeIfPresent(userId, (user, count) -> count - 1);
            throw Problem.rateLimited(Duration.ofSeconds(1));
        }
    }

    private void requireAllowed(Caller caller, Optional<UUID> roomId, long bytes) {
        Instant since = clock.instant().minus(DAY);
        boolean over = database.read(handle -> {
            if (roomId.isPresent() && !FileStore.member(handle, caller.userId(), roomId.get())) {
                throw Problem.notFound();
            }
            return FileStore.uploaded(handle, caller.userId(), since) + bytes > limits.dayBytes + ENVELOPE;
        });
        if (over) {
            throw Problem.rateLimited(Duration.ofHours(1));
        }
    }

    private KeptFile keep(Caller caller, Sent sent) throws IOException {
        Received arrived = intake.take(sent.content(), limits.fileBytes);
        try {
            String name = FileName.clean(sent.name());
            String mime = ContentType.of(arrived.file(), name);
            Optional<Picture> picture = Picture.read(arrived.file(), mime);
            return picture.isPresent()
                    ? keepPicture(caller, arrived, name, mime, picture.get())
                    : keep(arrived, file(caller, arrived, name, mime, null, null));
        } catch (BrokenPicture broken) {
            // nobody knows what a browser would make of it
            LOG.debug("A picture is kept as a file: {}", broken.getMessage());
            String name = FileName.clean(sent.name());
            return keep(arrived, file(caller, arrived, name, ContentType.UNKNOWN, null, null));
        } finally {
            Files.deleteIfExists(arrived.file());
        }
    }

    /// What it tells of its maker goes before it is kept.
    private KeptFile keepPicture(Caller caller, Received arrived, String name, String mime, Picture picture)
            throws IOException {
        if (!picture.bearable()) {
            throw Problem.of(ErrorCode.TOO_LARGE, "A picture may have up to 40 million pixels.");
        }
        Received cleaned = intake.take(picture.content(arrived.file()), limits.fileBytes);
        try {
            return keep(cleaned, file(caller, cleaned, name, mime, picture.width(), picture.height()));
        } finally {
            Files.deleteIfExists(cleaned.file());
        }
    }

    private KeptFile file(
            Caller caller,
            Received received,
            String name,
            String mime,
            @Nullable Integer width,
            @Nullable Integer height) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new KeptFile(
                ids.next(), caller.userId(), name, mime, received.hash(), received.size(), width, height, now);
    }

    private KeptFile keep(Received received, KeptFile file) throws IOException {
        if (!database.write(handle -> FileStore.want(handle, file.hash(), file.createdAt()))) {
            throw Problem.busy();
        }
        storage.put(received.hash(), received.file());
        database.run(handle -> FileStore.insert(handle, file));
        return file;
    }
}
