package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
    @ParameterizedTest
    @CsvSource({
        "Lan@Example.ORG, lan@example.org",
        "lan+chat@mail.example.org, lan+chat@mail.example.org",
        "'  lan@example.org ', lan@example.org",
        "lan@ví-dụ.vn, lan@ví-dụ.vn",
        "lan@localhost, lan@localhost"
    })
    void an_e_mail_address_is_compared_without_case(String text, String key) {
        assertThat(EmailAddress.of(text).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lan",
                "@example.org",
                "lan@",
                "lan@example..org",
                "lan@.org",
                "lan@exa mple.org",
                "a@b@c",
                "lan@example.org\r\nBcc: all@example.org",
                "lan@example.org,minh@example.org",
                "lan\u0000@example.org",
                "Lan <lan@example.org>"
            })
    void what_is_no_e_mail_address_is_refused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void an_endless_e_mail_address_is_refused() {
        assertThat(EmailAddress.parse("a@" + "b.".repeat(1_000_000) + "c")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+84 912 345 678, +84912345678",
        "0084-912-345-678, +84912345678",
        "(091) 234.5678, 0912345678",
        "+1 (212) 555-0100, +12125550100"
    })
    void a_phone_number_is_compared_by_its_digits(String text, String key) {
        assertThat(PhoneNumber.of(text).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "+", "1234567890123456", "0912x45678", "+84+912345678", "lan", "٠٩١٢٣٤٥٦٧٨"})
    void what_is_no_phone_number_is_refused(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
    }
}
