package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.protocol.Problem;

class UsernameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lan",
                "Nguyễn.Văn-A",
                "an_1",
                "Анна",
                "田中さん",
                "หนูดี",
                "1st",
                "123456",
                "a2345678901234567890123456789012"
            })
    void letters_and_digits_of_any_script_make_a_username(String text) {
        assertThat(Username.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "a b c",
                " lan",
                "lan ",
                ".lan",
                "-lan",
                "_lan",
                "lan@example.org",
                "a@b",
                "0912345678",
                "+84912345678",
                "090.123.4567",
                "lan!",
                "la\u0000n",
                "la\u202en",
                "la\u200bn",
                "lan/../x",
                "<lan>",
                "😀😀😀",
                "\u0301lan",
                "a23456789012345678901234567890123",
                "\ud83dlan"
            })
    void what_is_none_is_refused(String text) {
        assertThatThrownBy(() -> Username.of(text)).isInstanceOf(Problem.class);
    }

    @Test
    void one_of_a_million_characters_is_refused_fast() {
        assertThatThrownBy(() -> Username.of("ﷺ".repeat(1_000_000))).isInstanceOf(Problem.class);
    }

    @Test
    void usernames_are_compared_without_case_and_form() {
        String key = Username.of("Đặng").key();

        assertThat(Username.of("ĐẶNG").key()).isEqualTo(key);
        assertThat(Username.of("Đa\u0323\u0306ng").key()).as("decomposed").isEqualTo(key);
        assertThat(Username.of("Dang").key()).as("marks count").isNotEqualTo(key);
        assertThat(Username.of("Ａｎｎａ")).isEqualTo(Username.of("Anna"));
    }
}
