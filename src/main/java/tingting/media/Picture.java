package tingting.media;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A picture as its file's headers describe it: nothing of it is decoded. And what its file is without what it tells
/// of its maker: where it was taken, when, and with what. The picture itself stays as it is, to the bit.
///
/// @param pieces what is left of the file
record Picture(int width, int height, List<Piece> pieces) {
    /// Decoding more would take more memory than pictures are worth.
    private static final long MOST_PIXELS = 40_000_000;

    /// A part of the picture's file.
    sealed interface Piece {}

    /// Bytes of the file that was sent.
    record Copy(long offset, long length) implements Piece {}

    /// Bytes that stand in their place.
    record Bytes(byte[] bytes) implements Piece {}

    /// The pieces of a file, from its beginning on.
    static final class Pieces {
        private final List<Piece> pieces = new ArrayList<>();

        /// Leaves the bytes from there to there, exclusive, as they are.
        void keep(long from, long to) {
            if (!pieces.isEmpty()
                    && pieces.getLast() instanceof Copy(long offset, long length)
                    && offset + length == from) {
                pieces.removeLast();
                pieces.add(new Copy(offset, to - offset));
            } else {
                pieces.add(new Copy(from, to - from));
            }
        }

        void add(byte[] bytes) {
            pieces.add(new Bytes(bytes));
        }

        void addFirst(byte[] bytes) {
            pieces.addFirst(new Bytes(bytes));
        }

        long length() {
            return pieces.stream()
                    .mapToLong(piece -> switch (piece) {
                        case Copy copy -> copy.length;
                        case Bytes some -> some.bytes.length;
                    })
                    .sum();
        }

        List<Piece> list() {
            return List.copyOf(pieces);
        }
    }

    /// Reads the headers of a picture.
    ///
    /// @param mime what its first bytes look like
    /// @return empty when it is none that is known here
    /// @throws BrokenPicture when it is none after all
    static Optional<Picture> read(Path file, String mime) throws IOException {
        try (Cursor cursor = new Cursor(file)) {
            return switch (mime) {
                case "image/jpeg" -> Optional.of(new JpegFile(cursor).read());
                case "image/png" -> Optional.of(PngFile.read(cursor));
                case "image/webp" -> Optional.of(new WebpFile(cursor).read());
                case "image/gif" -> Optional.of(gif(cursor, Files.size(file)));
                default -> Optional.empty();
            };
        }
    }

    /// GIF89a, section 18. Cameras write none; what a program has put there stays.
    private static Picture gif(Cursor file, long length) throws IOException {
        file.skip(6);
        return new Picture(file.u16Little(), file.u16Little(), List.of(new Copy(0, length)));
    }

    /// Whether it can be decoded without harm: a few bytes may claim to be a picture of any size.
    boolean bearable() {
        return (long) width * height <= MOST_PIXELS;
    }

    /// What is left of the file.
    ///
    /// @param file that it was read from
    InputStream content(Path file) {
        Iterator<Piece> left = pieces.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return content(file, left.next());
            }
        });
    }

    private static InputStream content(Path file, Piece piece) {
        try {
            return switch (piece) {
                case Bytes(byte[] bytes) -> new ByteArrayInputStream(bytes);
                case Copy(long offset, long length) -> {
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    yield new Beginning(Channels.newInputStream(channel.position(offset)), length);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// So many bytes of a stream.
    private static final class Beginning extends FilterInputStream {
        private long left;

        Beginning(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int value = left == 0 ? -1 : super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = left == 0 ? -1 : super.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
