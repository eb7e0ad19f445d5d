package tingting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("no-database")
class AddressesTest {
    private final Addresses addresses = Addresses.of(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/33", "::1"));

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.255.255.255", "192.0.2.7", "2001:db8:7fff::1", "::1", "::ffff:10.1.2.3"})
    void an_address_of_a_network_is_in_it(String address) {
        assertThat(addresses.contains(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.0.0", "192.0.2.8", "2001:db8:8000::1", "::2", "::ffff:11.1.2.3", "", "localhost"})
    void another_is_not(String address) {
        assertThat(addresses.contains(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0", "proxy.example", ""})
    void what_is_no_network_is_told(String text) {
        assertThatThrownBy(() -> Addresses.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void no_address_is_in_none() {
        assertThat(Addresses.of(List.of()).contains("127.0.0.1")).isFalse();
    }
}
