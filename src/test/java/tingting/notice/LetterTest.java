package tingting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-database")
class LetterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lan@example.org\r\nBcc: all@example.org",
                "lan@example.org\nBcc: all@example.org",
                "lan@example.org\rBcc: all@example.org",
                "lan@example.org\u0085Bcc: all@example.org",
                "lan\u0000@example.org"
            })
    void no_address_becomes_a_second_header(String address) {
        assertThatThrownBy(() -> new Letter(address, "s", "en", "t", "h")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_subject_becomes_a_second_header() {
        assertThatThrownBy(() -> new Letter("lan@example.org", "s\r\nBcc: all@example.org", "en", "t", "h"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_domain_is_written_as_mail_servers_know_it() {
        assertThat(new Letter("lan@bücher.example", "s", "en", "t", "h").to()).isEqualTo("lan@xn--bcher-kva.example");
    }
}
