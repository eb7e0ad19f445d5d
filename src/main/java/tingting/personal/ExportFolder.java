package tingting.personal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tingting.protocol.Ids;

/// The folder of the files that exports become: for the server's user alone. A file has its name when it is whole.
/// Where several nodes share exports, they share this folder.
final class ExportFolder {
    private static final String ENDING = ".json";
    private static final String UNFINISHED = ".part";

    private final Path folder;

    /// @param folder made when it is first needed
    ExportFolder(Path folder) {
        this.folder = folder;
    }

    /// Where the file of an export is, when there is one.
    Path file(UUID exportId) {
        return folder.resolve(exportId + ENDING);
    }

    /// Begins a file anew; it counts after [#finish].
    OutputStream begin(UUID exportId) throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
        Path file = unfinished(exportId);
        Files.deleteIfExists(file);
        Files.createFile(file, permissions("rw-------"));
        return Files.newOutputStream(file);
    }

    /// Answers its size in bytes.
    long finish(UUID exportId) throws IOException {
        Path file = Files.move(
                unfinished(exportId),
                file(exportId),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        return Files.size(file);
    }

    /// Deletes the files of all exports that nobody wants any more, whatever became of who wrote them.
    void sweep(Predicate<UUID> wanted) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(UNFINISHED, "").replace(ENDING, "");
            if (Ids.parse(name).filter(wanted).isEmpty()) {
                delete(file);
            }
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished(UUID exportId) {
        return folder.resolve(exportId + ENDING + UNFINISHED);
    }

    private FileAttribute<?>[] permissions(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
