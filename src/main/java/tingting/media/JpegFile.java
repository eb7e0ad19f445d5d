package tingting.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// JPEG (ITU-T T.81, annex B): markers with segments, and scans between them. Of what applications have added stays
/// what the picture is shown by: JFIF, the colour profile, Adobe's transform, and how the camera was held.
final class JpegFile {
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int EXIF = 0xe1;
    private static final int UPRIGHT = 1;
    private static final int SIDEWAYS = 5;
    private static final String EXIF_HEAD = "Exif\0\0";

    private final Cursor file;
    private final Picture.Pieces pieces = new Picture.Pieces();
    private int width;
    private int height;
    private int orientation = UPRIGHT;

    JpegFile(Cursor file) {
        this.file = file;
    }

    Picture read() throws IOException {
        file.skip(2);
        long start = file.position();
        int marker = marker(file.u8());
        while (marker != END) {
            int next = marker == SCAN ? scan(start) : segment(start, marker);
            start = file.position() - 2;
            marker = next;
        }
        pieces.keep(file.position() - 2, file.position());
        if (width == 0 || height == 0) {
            throw new BrokenPicture("no picture in it");
        }
        if (orientation != UPRIGHT) {
            pieces.addFirst(turned());
        }
        pieces.addFirst(new byte[] {(byte) 0xff, (byte) 0xd8});
        boolean swapped = orientation >= SIDEWAYS;
        return new Picture(swapped ? height : width, swapped ? width : height, pieces.list());
    }

    /// The marker that begins with this byte.
    private int marker(int first) throws IOException {
        if (first != 0xff) {
            throw new BrokenPicture("no marker");
        }
        int marker = file.u8();
        while (marker == 0xff) {
            marker = file.u8(); // fill bytes (B.1.1.2)
        }
        return marker;
    }

    /// @param start of its marker
    /// @return the next marker
    private int segment(long start, int marker) throws IOException {
        int length = file.u16() - 2;
        if (length < 0) {
            throw new BrokenPicture("a segment without a length");
        }
        long end = file.position() + length;
        boolean kept = true;
        if (marker == COMMENT) {
            kept = false;
        } else if (marker >= 0xe0 && marker <= 0xef) {
            kept = application(marker, file.bytes(length));
        } else if (isFrame(marker)) {
            file.skip(1);
            height = file.u16();
            width = file.u16();
        }
        file.skipTo(end);
        if (kept) {
            pieces.keep(start, end);
        }
        return marker(file.u8());
    }

    private boolean application(int marker, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 12), StandardCharsets.ISO_8859_1);
        if (marker == EXIF && head.startsWith(EXIF_HEAD)) {
            orientation = orientation(bytes);
        }
        return switch (marker) {
            case 0xe0 -> head.startsWith("JFIF\0");
            case 0xe2 -> head.startsWith("ICC_PROFILE\0");
            case 0xee -> head.startsWith("Adobe");
            default -> false;
        };
    }

    /// Start of frame: all of that row but those for tables, extensions and arithmetic conditions.
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /// A scan's header and what is coded in it, up to the next marker that is no restart.
    private int scan(long start) throws IOException {
        long header = file.position();
        file.skipTo(header + file.u16());
        int marker = 0;
        while (marker == 0 || marker >= 0xd0 && marker <= 0xd7) {
            while (file.u8() != 0xff) {
                // coded
            }
            marker = marker(0xff);
        }
        pieces.keep(start, file.position() - 2);
        return marker;
    }

    /// How the picture is to be turned (Exif 3.0, section 4.6.5, tag 274), from the first directory of its TIFF.
    private static int orientation(byte[] exif) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif, EXIF_HEAD.length(), exif.length - EXIF_HEAD.length())
                    .slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int count = tiff.getShort(directory) & 0xffff;
            for (int entry = directory + 2; entry < directory + 2 + 12 * count; entry += 12) {
                if (tiff.getShort(entry) == 0x0112) {
                    int value = tiff.getShort(entry + 8);
                    return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException broken) {
            return UPRIGHT;
        }
    }

    /// An Exif segment that says this alone. Turning the picture itself would cost some of its quality.
    private byte[] turned() {
        ByteBuffer segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xffe1).putShort((short) 34);
        segment.put(EXIF_HEAD.getBytes(StandardCharsets.ISO_8859_1));
        segment.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        segment.putShort((short) 1);
        segment.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        segment.putInt(0);
        return segment.array();
    }
}
