package tingting.media;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file from its beginning to its end, in the numbers that formats of pictures are made of. What goes
/// beyond the end throws [BrokenPicture].
final class Cursor implements Closeable {
    private static final int AHEAD = 64 * 1024;

    private final InputStream in;
    private long position;

    Cursor(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), AHEAD);
    }

    /// How many bytes were read.
    long position() {
        return position;
    }

    int u8() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw endsEarly();
        }
        position++;
        return value;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    int u16Little() throws IOException {
        return u8() | u8() << 8;
    }

    int u24Little() throws IOException {
        return u16Little() | u8() << 16;
    }

    long u32Little() throws IOException {
        return u16Little() | (long) u16Little() << 16;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        position += bytes.length;
        if (bytes.length < count) {
            throw endsEarly();
        }
        return bytes;
    }

    String ascii(int count) throws IOException {
        return new String(bytes(count), StandardCharsets.ISO_8859_1);
    }

    void skip(long count) throws IOException {
        try {
            in.skipNBytes(count);
        } catch (EOFException end) {
            throw endsEarly();
        }
        position += count;
    }

    /// On to there: a length that was read may lie behind.
    void skipTo(long end) throws IOException {
        if (end < position) {
            throw new BrokenPicture("a part is shorter than it must be");
        }
        skip(end - position);
    }

    private static BrokenPicture endsEarly() {
        return new BrokenPicture("it ends early");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
