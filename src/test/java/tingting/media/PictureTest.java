package tingting.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("no-database")
class PictureTest {
    private static final String PLACE = "GPS 10.7769N 106.7009E";
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture"), bytes);
    }

    private Picture read(byte[] bytes, String mime) throws IOException {
        return Picture.read(file(bytes), mime).orElseThrow();
    }

    private byte[] cleaned(byte[] bytes, String mime) throws IOException {
        Path file = file(bytes);
        try (InputStream content = Picture.read(file, mime).orElseThrow().content(file)) {
            return content.readAllBytes();
        }
    }

    private static byte[] drawn(String format) throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(5, 5, 40, 20);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// With these bytes after so many others.
    private static byte[] with(byte[] picture, int place, byte[] more) {
        ByteBuffer all = ByteBuffer.allocate(picture.length + more.length);
        return all.put(picture, 0, place)
                .put(more)
                .put(picture, place, picture.length - place)
                .array();
    }

    private static byte[] jpegSegment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] exif(ByteOrder order, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(60).order(order);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        exif.putShort((short) 0).putInt(0);
        exif.put(PLACE.getBytes(StandardCharsets.US_ASCII));
        return exif.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_photograph_loses_what_it_tells_of_its_maker_and_nothing_of_its_picture() throws IOException {
        byte[] plain = drawn("jpg");
        byte[] photo = with(plain, 2, jpegSegment(0xe1, exif(ByteOrder.BIG_ENDIAN, 1)));
        photo = with(photo, 2, jpegSegment(0xfe, text(PLACE)));
        photo = with(photo, 2, jpegSegment(0xe1, text("http://ns.adobe.com/xap/1.0/\0" + PLACE)));
        photo = with(photo, 2, jpegSegment(0xed, text("Photoshop 3.0\0" + PLACE)));
        photo = with(photo, photo.length, text("trailing " + PLACE));
        byte[] clean = cleaned(photo, "image/jpeg");
        assertThat(text(clean)).doesNotContain("GPS", "Exif", "adobe", "Photoshop", "trailing");
        assertThat(pixels(clean)).isEqualTo(pixels(plain));
        assertThat(read(photo, "image/jpeg").width()).isEqualTo(60);
        assertThat(read(photo, "image/jpeg").height()).isEqualTo(40);
    }

    @Test
    void a_photograph_that_was_held_sideways_keeps_that_and_no_more() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] photo = with(drawn("jpg"), 2, jpegSegment(0xe1, exif(order, 6)));
            byte[] clean = cleaned(photo, "image/jpeg");
            assertThat(text(clean)).contains("Exif").doesNotContain("GPS");
            assertThat(pixels(clean)).isEqualTo(pixels(photo));
            Picture turned = read(clean, "image/jpeg");
            assertThat(turned.width()).isEqualTo(40);
            assertThat(turned.height()).isEqualTo(60);
            assertThat(cleaned(clean, "image/jpeg")).isEqualTo(clean);
        }
    }

    @Test
    void a_png_loses_its_texts_and_what_comes_after_its_end() throws IOException {
        byte[] plain = drawn("png");
        byte[] telling = with(plain, 33, pngChunk("tEXt", "Location\0" + PLACE));
        telling = with(telling, 33, pngChunk("iTXt", PLACE));
        telling = with(telling, 33, pngChunk("eXIf", PLACE));
        telling = with(telling, telling.length, text("<script>alert(1)</script>"));
        assertThat(cleaned(telling, "image/png")).isEqualTo(plain);
        assertThat(read(telling, "image/png").width()).isEqualTo(60);
    }

    private static byte[] pngChunk(String type, String content) {
        CRC32 crc = new CRC32();
        crc.update(text(type + content));
        return ByteBuffer.allocate(content.length() + 12)
                .putInt(content.length())
                .put(text(type + content))
                .putInt((int) crc.getValue())
                .array();
    }

    @Test
    void a_webp_loses_its_exif_and_xmp_and_the_flags_that_announce_them() throws IOException {
        byte[] plain = extended(0x10, "");
        byte[] telling = extended(0x10 | 0x08 | 0x04, "EXIF", "XMP ");
        assertThat(cleaned(telling, "image/webp")).isEqualTo(plain);
        assertThat(read(telling, "image/webp").width()).isEqualTo(1);
        assertThat(read(WEBP, "image/webp").height()).isEqualTo(1);
        assertThat(cleaned(WEBP, "image/webp")).isEqualTo(WEBP);
    }

    /// The picture of [#WEBP] in an extended file.
    private static byte[] extended(int flags, String... chunks) {
        ByteBuffer file = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        file.put(text("RIFF")).putInt(0).put(text("WEBP"));
        file.put(text("VP8X")).putInt(10).putInt(flags).put(new byte[6]);
        file.put(WEBP, 12, WEBP.length - 12);
        for (String chunk : chunks) {
            if (!chunk.isEmpty()) {
                file.put(text(chunk)).putInt(PLACE.length()).put(text(PLACE));
            }
        }
        file.putInt(4, file.position() - 8);
        return Arrays.copyOf(file.array(), file.position());
    }

    @Test
    void a_picture_of_any_size_is_measured_without_being_decoded() throws IOException {
        byte[] huge = drawn("png");
        ByteBuffer.wrap(huge).putInt(16, 50_000).putInt(20, 50_000);
        assertThat(read(huge, "image/png").bearable()).isFalse();
        ByteBuffer.wrap(huge).putInt(16, -1).putInt(20, -1);
        assertThat(read(huge, "image/png").bearable()).isFalse();
        assertThat(read(drawn("gif"), "image/gif").width()).isEqualTo(60);
    }

    @Test
    void what_is_broken_is_told_apart_wherever_it_is_cut() throws IOException {
        byte[] photo = with(drawn("jpg"), 2, jpegSegment(0xe1, exif(ByteOrder.LITTLE_ENDIAN, 8)));
        for (int length = 4; length < photo.length; length += 7) {
            byte[] cut = Arrays.copyOf(photo, length);
            assertThatThrownBy(() -> read(cut, "image/jpeg")).isInstanceOf(BrokenPicture.class);
        }
        byte[] png = drawn("png");
        for (int length = 8; length < png.length; length += 7) {
            byte[] cut = Arrays.copyOf(png, length);
            assertThatThrownBy(() -> read(cut, "image/png")).isInstanceOf(BrokenPicture.class);
        }
        for (int length = 12; length < WEBP.length; length++) {
            byte[] cut = Arrays.copyOf(WEBP, length);
            assertThatThrownBy(() -> read(cut, "image/webp")).isInstanceOf(BrokenPicture.class);
        }
    }
}
