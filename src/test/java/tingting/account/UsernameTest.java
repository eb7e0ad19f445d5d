package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "田中taro",
                "タロウ2号",
                "김철수_kim",
                "Сара.Конор",
                "Анна",
                "Ρένα.Πάππα",
                "সুমন১২",
                "สมชาย๑",
                "علي٣",
                "Łukasz",
                "Müller",
                "Đặng.Thị",
                "ışık",
                "Ọ̀ṣun"
            })
    void names_of_one_writing_are_taken(String text) {
        assertThat(Username.of(text).text()).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /// Escaped where the letters could not be told from others by whoever reads this.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "p\u0430ypal", // a Cyrillic a in Latin
                "\u0440\u0430\u0443\u0440\u0430\u04cf", // paypal, all Cyrillic
                "\u0410\u041d\u041d\u0410", // AHHA, all Cyrillic
                "\u0430\u0435_100", // ae_100
                "\u039f\u03a1\u0391", // OPA, all Greek
                "\u0585\u057d\u0578\u0585", // ouno, all Armenian
                "adm\u0456n", // a Ukrainian i
                "g\u03bf\u03bfgle", // Greek omicrons
                "\u13aa\u13aa\u13aa", // Cherokee
                "l\u0251n", // the Latin alpha of phonetics
                "\u01c0an", // a click
                "la\u034fn", // a joiner without a shape
                "lan\ufe0f", // a selector without a shape
                "lan\u115f", // a filler without a shape
                "l\u0338an", // a stroke over the l
                "lan\u09ea", // a Bengali four, like an 8
                "lan1\u0967", // two sets of digits
                "\u0661\u0662\u0663\u0664", // digits of another script alone
                "\u09ea\u09ea\u09ea", // the same, like 888
                "\u0416\u0416\u0663" // Cyrillic beside an Arabic digit
            })
    void what_would_be_taken_for_another_is_refused(String text) {
        assertThatThrownBy(() -> Username.of(text)).isInstanceOf(Problem.class);
    }

    @Test
    void who_has_such_a_name_already_may_still_sign_in_with_it() {
        assertThat(Username.parse("p\u0430ypal")).isPresent();
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
