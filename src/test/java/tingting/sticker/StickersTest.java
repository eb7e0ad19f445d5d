package tingting.sticker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-database")
class StickersTest {
    private static final int ALL_BYTES = 600_000;

    private final Stickers stickers = new Stickers();
    private final List<Sticker> all =
            stickers.packs().stream().flatMap(pack -> pack.stickers().stream()).toList();

    @Test
    void every_sticker_has_an_id_of_its_own_an_emoji_and_a_name_in_both_languages() {
        Set<UUID> ids = new HashSet<>();
        stickers.packs().forEach(pack -> assertThat(ids.add(pack.packId())).isTrue());
        for (Sticker sticker : all) {
            assertThat(ids.add(sticker.stickerId())).as(sticker.toString()).isTrue();
            assertThat(sticker.emoji()).isNotBlank();
            assertThat(sticker.name().vi()).isNotBlank();
            assertThat(sticker.name().en()).isNotBlank();
            assertThat(stickers.at(sticker.url())).contains(sticker);
        }
        assertThat(stickers.packs())
                .hasSize(2)
                .allSatisfy(pack -> assertThat(pack.stickers()).hasSizeGreaterThanOrEqualTo(12));
    }

    @Test
    void every_picture_is_a_webp_of_the_size_that_is_told_and_together_they_are_light() {
        int bytes = 0;
        for (Sticker sticker : all) {
            byte[] picture = stickers.picture(sticker.url()).orElseThrow().bytes();
            bytes += picture.length;
            assertThat(new String(picture, 8, 8, StandardCharsets.US_ASCII)).isEqualTo("WEBPVP8X");
            // width and height less one, 24 bits each: the canvas of the WebP container
            ByteBuffer canvas = ByteBuffer.wrap(picture).order(ByteOrder.LITTLE_ENDIAN);
            assertThat((canvas.getInt(24) & 0xffffff) + 1).isEqualTo(sticker.width());
            assertThat((canvas.getInt(26) >>> 8) + 1).isEqualTo(sticker.height());
        }
        assertThat(bytes).isLessThan(ALL_BYTES);
    }
}
