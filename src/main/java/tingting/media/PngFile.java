package tingting.media;

import java.io.IOException;
import java.util.Set;

/// PNG (third edition of its specification, section 5): a signature and chunks.
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;
    private static final String HEADER = "IHDR";
    private static final String END = "IEND";
    /// Texts, XMP among them, the time of the last change, and Exif.
    private static final Set<String> TELLING = Set.of("tEXt", "zTXt", "iTXt", "tIME", "eXIf");

    private PngFile() {}

    static Picture read(Cursor file) throws IOException {
        file.skip(SIGNATURE);
        Picture.Pieces pieces = new Picture.Pieces();
        pieces.keep(0, SIGNATURE);
        int width = 0;
        int height = 0;
        for (String type = ""; !type.equals(END); ) {
            long start = file.position();
            long length = file.u32();
            type = file.ascii(4);
            if (start == SIGNATURE) {
                if (!type.equals(HEADER) || length < 8) {
                    throw new BrokenPicture("no header");
                }
                width = Math.toIntExact(Math.min(file.u32(), Integer.MAX_VALUE));
                height = Math.toIntExact(Math.min(file.u32(), Integer.MAX_VALUE));
                length -= 8;
            }
            file.skip(length + CHECKSUM);
            if (!TELLING.contains(type)) {
                pieces.keep(start, file.position());
            }
        }
        // what follows the end belongs to no picture
        return new Picture(width, height, pieces.list());
    }
}
