package tingting.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-database")
class AddressPrefixTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:DB8:1:2:ffff::1, 2001:db8:1:2::9",
        "::1, ::2"
    })
    void one_party_has_one(String address, String same) {
        assertThat(AddressPrefix.of(address)).isEqualTo(AddressPrefix.of(same));
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.8", "2001:db8:1:2::1, 2001:db8:1:3::1", "203.0.113.7, ::203.0.113.7"})
    void two_parties_have_two(String address, String other) {
        assertThat(AddressPrefix.of(address)).isNotEqualTo(AddressPrefix.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "203.0.113.7.9", "_hidden", "[::1]:80"})
    void what_is_no_address_stays_what_it_is_and_is_never_looked_up(String text) {
        assertThat(AddressPrefix.of(text)).isEqualTo(text);
    }

    @Test
    void it_can_be_read() {
        assertThat(AddressPrefix.of("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2:0:0:0:0/64");
    }
}
