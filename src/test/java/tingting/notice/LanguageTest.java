package tingting.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("no-database")
class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | VI",
                "vi-VN,vi;q=0.9,en;q=0.5 | VI",
                "en;q=0.5, vi | VI",
                "fr-FR, vi;q=0.8, en;q=0.7 | VI",
                "fr | EN",
                "* | EN",
                "'' | EN",
                "!!;q=x,,, | EN"
            })
    void a_browser_s_first_wish_that_is_spoken_counts(String accepted, Language language) {
        assertThat(Language.of(Optional.empty(), accepted)).isEqualTo(language);
    }

    @Test
    void the_account_s_setting_comes_before_the_browser_s_wish() {
        assertThat(Language.of(Optional.of("vi"), "en")).isEqualTo(Language.VI);
        assertThat(Language.of(Optional.of("klingon"), "vi")).isEqualTo(Language.VI);
    }

    @Test
    void an_endless_header_is_nobody_s_wish() {
        assertThat(Language.of(Optional.empty(), "vi,".repeat(100_000))).isEqualTo(Language.EN);
    }
}
