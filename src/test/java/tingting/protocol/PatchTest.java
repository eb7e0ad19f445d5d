package tingting.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatchTest {
    private static final JsonNode BODY =
            Json.parse("{\"gone\": null, \"text\": \"new\", \"number\": 1}".getBytes(UTF_8));

    @Test
    void an_absent_field_keeps_null_clears_and_a_value_replaces() {
        Optional<String> old = Optional.of("old");

        assertThat(Patch.text(BODY, "other").applyTo(old)).isEqualTo(old);
        assertThat(Patch.text(BODY, "gone").applyTo(old)).isEmpty();
        assertThat(Patch.text(BODY, "text").applyTo(old)).contains("new");
        assertThat(Patch.text(BODY, "text").applyTo(Optional.empty())).contains("new");
    }

    @Test
    void a_field_of_another_type_is_refused() {
        assertThatThrownBy(() -> Patch.text(BODY, "number")).isInstanceOf(Problem.class);
    }
}
