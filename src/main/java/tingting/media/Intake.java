package tingting.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;

/// Where files arrive, in a folder of their own: what is cut off leaves nothing behind. Safe from any thread; blocks
/// as long as the sender takes.
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int CHUNK = 64 * 1024;
    /// The database and the logs go on when files have no room left.
    private static final long RESERVE = 64L << 20;
    private static final long LOOK_EVERY = 4L << 20;

    private final Path folder;
    private final Room room;

    /// Tells how many bytes there is room for.
    @FunctionalInterface
    interface Room {
        long left() throws IOException;
    }

    /// @param folder emptied: what lies there was cut off by the end of a process
    Intake(Path folder, Room room) throws IOException {
        this.folder = PrivateFiles.folder(folder);
        this.room = room;
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    /// Refuses what there is no room for, before any of it has come.
    ///
    /// @throws OutOfSpace when so many bytes do not fit
    void requireRoom(long bytes) throws IOException {
        if (room.left() - bytes < RESERVE) {
            throw new OutOfSpace("%d bytes do not fit on the disk of uploads".formatted(bytes));
        }
    }

    /// Takes a file in.
    ///
    /// @param most bytes
    /// @return the file, to be moved away or deleted by the caller
    /// @throws Problem `too_large`, or `invalid_request` when nothing came, or the sender has left
    /// @throws OutOfSpace when there is no room
    Received take(InputStream in, long most) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        boolean whole = false;
        try {
            Received received = write(in, file, most);
            whole = true;
            return received;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Received write(InputStream in, Path file, long most) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        long looked = 0;
        try (FileChannel out = PrivateFiles.create(file)) {
            for (int count = read(in, chunk); count >= 0; count = read(in, chunk)) {
                size += count;
                if (size > most) {
                    throw tooLarge(most);
                }
                if (size - looked >= LOOK_EVERY) {
                    requireRoom(0);
                    looked = size;
                }
                digest.update(chunk, 0, count);
                write(out, ByteBuffer.wrap(chunk, 0, count));
            }
        }
        if (size == 0) {
            throw Problem.invalidField("file", "is empty");
        }
        return new Received(file, HexFormat.of().formatHex(digest.digest()), size);
    }

    private static int read(InputStream in, byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (IOException cut) {
            LOG.debug("An upload was cut off", cut);
            throw Problem.invalid("The file did not come whole.");
        }
    }

    private void write(FileChannel out, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            requireRoom(0); // others may have filled the disk meanwhile
            throw e;
        }
    }

    static Problem tooLarge(long most) {
        return Problem.of(ErrorCode.TOO_LARGE, "A file may have up to %d bytes.".formatted(most));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
