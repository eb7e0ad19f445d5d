package tingting.media;

import java.io.IOException;
import java.nio.file.Path;

/// Where the bytes of files are kept, under the SHA-256 of what they are: the same bytes once. Safe from any thread;
/// every call blocks.
public interface Storage {
    /// Some bytes of a content.
    sealed interface Part {}

    /// They are in a file of this machine.
    record Local(Path file, long offset, long length) implements Part {}

    /// Keeps a content for good: it is there after a crash. Does nothing when it is kept already.
    ///
    /// @param hash of the file's bytes, in hexadecimal
    /// @param file finished, and this call's to keep or to delete
    /// @throws OutOfSpace when there is no room
    void put(String hash, Path file) throws IOException;

    /// Some bytes of a content that is kept.
    ///
    /// @throws java.nio.file.NoSuchFileException when it is not
    Part open(String hash, long offset, long length) throws IOException;

    /// Forgets a content, if it is there.
    void delete(String hash) throws IOException;
}
