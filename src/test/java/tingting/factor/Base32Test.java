package tingting.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("no-database")
class Base32Test {
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI",
        "\u00ff\u00ff\u00ff, YO74HP6DX4"
    })
    void bytes_become_the_letters_of_rfc_4648(String text, String letters) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(letters);
    }
}
