package tingting.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("no-database")
class TimeCodesTest {
    /// The secret of RFC 6238, appendix B.
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final TimeCodes codes = new TimeCodes();

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_rfc_6238(long second, String code) {
        assertThat(codes.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @ParameterizedTest
    @CsvSource({"1111111049, false", "1111111050, true", "1111111080, true", "1111111139, true", "1111111140, false"})
    void a_code_is_good_in_its_half_minute_and_the_ones_before_and_after(long second, boolean good) {
        assertThat(codes.step(SECRET, "081804", Instant.ofEpochSecond(second)).isPresent())
                .isEqualTo(good);
    }

    @Test
    void what_is_no_code_is_none() {
        for (String typed : new String[] {"", "28708", "2870820", "287 082", "２８７０８２", "abcdef", "-87082"}) {
            assertThat(codes.step(SECRET, typed, Instant.ofEpochSecond(59)))
                    .as(typed)
                    .isEmpty();
        }
    }
}
