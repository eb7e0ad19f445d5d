package tingting.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// WebP (RFC 9649): chunks in a RIFF file. Its header has the length, and a flag for each kind of chunk.
final class WebpFile {
    private static final int HEADER = 12;
    private static final String EXTENDED = "VP8X";
    private static final int EXIF_AND_XMP = 0x08 | 0x04;
    private static final Set<String> TELLING = Set.of("EXIF", "XMP ");

    private final Cursor file;
    private final Picture.Pieces pieces = new Picture.Pieces();
    private int width;
    private int height;

    WebpFile(Cursor file) {
        this.file = file;
    }

    Picture read() throws IOException {
        file.skip(4);
        long end = file.u32Little() + 8;
        file.skip(4);
        while (file.position() < end) {
            chunk();
        }
        if (width == 0 || height == 0) {
            throw new BrokenPicture("no picture in it");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII));
        header.putInt((int) (pieces.length() + 4));
        header.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        pieces.addFirst(header.array());
        return new Picture(width, height, pieces.list());
    }

    private void chunk() throws IOException {
        long start = file.position();
        String type = file.ascii(4);
        long length = file.u32Little();
        long end = file.position() + length + length % 2;
        if (type.equals(EXTENDED)) {
            extended(length);
        } else {
            if (width == 0) {
                measure(type);
            }
            file.skipTo(end);
            if (!TELLING.contains(type)) {
                pieces.keep(start, end);
            }
        }
    }

    /// Section 2.7: flags, and the size of the canvas less one.
    private void extended(long length) throws IOException {
        if (length != 10) {
            throw new BrokenPicture("an odd header");
        }
        byte[] chunk = new byte[18];
        System.arraycopy("VP8X".getBytes(StandardCharsets.US_ASCII), 0, chunk, 0, 4);
        chunk[4] = 10;
        System.arraycopy(file.bytes(10), 0, chunk, 8, 10);
        chunk[8] &= (byte) ~EXIF_AND_XMP;
        width = 1 + little24(chunk, 12);
        height = 1 + little24(chunk, 15);
        pieces.add(chunk);
    }

    private static int little24(byte[] bytes, int index) {
        return (bytes[index] & 0xff) | (bytes[index + 1] & 0xff) << 8 | (bytes[index + 2] & 0xff) << 16;
    }

    /// The frame's own header, where there is no canvas: RFC 6386, section 9.1, or section 3.4.
    private void measure(String type) throws IOException {
        if (type.equals("VP8 ")) {
            file.skip(6);
            width = file.u16Little() & 0x3fff;
            height = file.u16Little() & 0x3fff;
        } else if (type.equals("VP8L")) {
            file.skip(1);
            long sizes = file.u32Little();
            width = 1 + (int) (sizes & 0x3fff);
            height = 1 + (int) (sizes >> 14 & 0x3fff);
        }
    }
}
