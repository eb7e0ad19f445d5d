package tingting.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-database")
class SealTest {
    private static final UUID LAN = new UUID(1, 2);
    private static final byte[] SECRET = "a boat of paper".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seal seal = new Seal(RANDOM.generateSeed(32), RANDOM);

    @Test
    void what_was_sealed_opens_for_its_owner() {
        assertThat(seal.open(LAN, seal.close(LAN, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void sealed_the_secret_cannot_be_read_and_never_looks_the_same() {
        byte[] sealed = seal.close(LAN, SECRET);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("boat");
        assertThat(seal.close(LAN, SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void it_opens_for_nobody_else_with_no_other_key_and_not_when_it_was_changed() {
        byte[] sealed = seal.close(LAN, SECRET);

        refused(seal, new UUID(1, 3), sealed);
        refused(new Seal(RANDOM.generateSeed(32), RANDOM), LAN, sealed);
        sealed[sealed.length - 1] ^= 1;
        refused(seal, LAN, sealed);
    }

    private static void refused(Seal seal, UUID owner, byte[] sealed) {
        assertThatThrownBy(() -> seal.open(owner, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restored without its secrets");
    }
}
