package tingting.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Keeps contents in a folder, in 65,536 folders by the beginning of their hashes, for this process's user alone.
public final class DiskStorage implements Storage {
    private final Path folder;

    /// @param folder on the file system that uploads are taken in on
    public DiskStorage(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String hash, Path file) throws IOException {
        Path place = place(hash);
        if (Files.exists(place)) {
            Files.delete(file);
            return;
        }
        Path parent = PrivateFiles.folder(place.resolveSibling(""));
        sync(file);
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        // the name is in the folder, and the folder in its parent
        sync(parent);
        sync(parent.resolveSibling(""));
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Part open(String hash, long offset, long length) throws IOException {
        Path place = place(hash);
        if (!Files.exists(place)) {
            throw new NoSuchFileException(hash);
        }
        return new Local(place, offset, length);
    }

    @Override
    public void delete(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    private Path place(String hash) {
        return folder.resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }
}
