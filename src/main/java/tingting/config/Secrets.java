package tingting.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/// Keys that the server makes for itself when it first needs them: one file each, in hexadecimal, for its owner
/// alone. There are no default secrets.
public final class Secrets {
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private final Path folder;
    private final SecureRandom random;

    Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /// The secret of that name, made now if there is none.
    ///
    /// @param length in bytes, the same at every call for a name
    /// @throws UncheckedIOException with a sentence, when it cannot be read or kept
    public byte[] bytes(String name, int length) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[length];
                random.nextBytes(made);
                write(file, HexFormat.of().formatHex(made) + "\n");
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length != length) {
                throw new IllegalArgumentException("%d bytes instead of %d".formatted(secret.length, length));
            }
            return secret;
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException("The secret in %s is damaged.".formatted(file), new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in %s cannot be kept.".formatted(file), e);
        }
    }

    /// Whole and on the disk before it has its name: half a secret would lock everybody out.
    private void write(Path file, String text) throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
        Path unfinished = folder.resolve(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(unfinished, NEW, permissions("rw-------"))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] permissions(String permissions) {
        return DataDirectory.posix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
