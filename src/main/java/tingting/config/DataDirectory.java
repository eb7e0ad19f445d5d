package tingting.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// The folder of everything lasting: made for its owner alone, and held by one process at a time.
public final class DataDirectory implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes the folder where it is missing, and takes hold of it until [#close] or the end of the process.
    ///
    /// @throws IOException with a sentence, when it cannot be written or another process holds it
    public static DataDirectory open(Path path) throws IOException {
        try {
            create(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new IOException("Another Ting Ting is using the data directory %s.".formatted(path));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    "%d\n".formatted(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(path, channel);
        } catch (FileSystemException e) {
            throw new IOException("The data directory %s cannot be written.".formatted(path), e);
        }
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (posix(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    /// Null when it is taken. The same process counts as another: two servers in one are not meant to share either.
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    public Path path() {
        return path;
    }

    /// The secrets kept in it.
    public Secrets secrets(SecureRandom random) {
        return new Secrets(path.resolve("secrets"), random);
    }

    /// Lets go: closing the channel releases the lock.
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
