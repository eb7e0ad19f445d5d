package tingting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.protocol.Problem;

@Tag("no-database")
class FieldsTest {
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

    @Test
    void fields_are_read_by_their_type() {
        Fields fields = fields("""
                {"name": "Lan", "id": "%s", "ids": ["%s", "%s"], "seq": 7, "on": true}""".formatted(ID, ID, ID));

        assertThat(fields.string("name", 3)).isEqualTo("Lan");
        assertThat(fields.id("id")).isEqualTo(UUID.fromString(ID));
        assertThat(fields.ids("ids", 2)).containsExactly(UUID.fromString(ID));
        assertThat(fields.number("seq", 7, 7)).isEqualTo(7);
        assertThat(fields.flag("on")).isTrue();
    }

    @Test
    void a_missing_field_is_named() {
        assertThat(wrong("{}", fields -> fields.string("name"))).isEqualTo("name: is missing");
        assertThat(wrong("{\"name\": null}", fields -> fields.string("name"))).isEqualTo("name: is missing");
        assertThat(wrong("{}", fields -> fields.id("id"))).isEqualTo("id: is missing");
        assertThat(wrong("{}", fields -> fields.number("seq", 0, 1))).isEqualTo("seq: is missing");
        assertThat(wrong("{}", fields -> fields.flag("on"))).isEqualTo("on: is missing");
    }

    @Test
    void null_is_as_good_as_nothing_where_nothing_is_allowed() {
        Fields fields = fields("{\"a\": null}");

        assertThat(fields.optionalString("a")).isEmpty();
        assertThat(fields.optionalId("a")).isEmpty();
        assertThat(fields.optionalFlag("a")).isEmpty();
        assertThat(fields.ids("a", 1)).isEmpty();
    }

    @Test
    void a_field_of_another_type_is_named() {
        assertThat(wrong("{\"a\": 1}", fields -> fields.string("a"))).isEqualTo("a: must be text");
        assertThat(wrong("{\"a\": 1}", fields -> fields.id("a"))).isEqualTo("a: is not an id");
        assertThat(wrong("{\"a\": \"1\"}", fields -> fields.ids("a", 1))).isEqualTo("a: must be a list of ids");
        assertThat(wrong("{\"a\": [1]}", fields -> fields.ids("a", 1))).isEqualTo("a: is not an id");
        for (String objects : new String[] {"5", "\"x\"", "{}", "[1]", "[{}, null]"}) {
            assertThat(wrong("{\"a\": " + objects + "}", fields -> fields.objects("a", 2)))
                    .isEqualTo("a: must be a list of objects");
        }
        assertThat(wrong("{\"a\": \"true\"}", fields -> fields.flag("a"))).isEqualTo("a: must be true or false");
        for (String number : new String[] {"1.5", "\"1\"", "1e3", "99999999999999999999", "-1", "11"}) {
            assertThat(wrong("{\"a\": " + number + "}", fields -> fields.number("a", 0, 10)))
                    .isEqualTo("a: must be a whole number from 0 to 10");
        }
    }

    @Test
    void lengths_are_counted_in_characters_as_people_see_them_in_code_points() {
        assertThat(fields("{\"a\": \"🙂🙂\"}").string("a", 2)).isEqualTo("🙂🙂");
        assertThat(wrong("{\"a\": \"🙂🙂\"}", fields -> fields.string("a", 1)))
                .isEqualTo("a: has at most 1 characters");
        assertThat(wrong("{\"a\": [\"%s\", \"%s\"]}".formatted(ID, ID), fields -> fields.ids("a", 1)))
                .isEqualTo("a: has at most 1 entries");
    }

    private static Fields fields(String json) {
        return new Fields((ObjectNode) Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String wrong(String json, Function<Fields, Object> read) {
        return catchThrowableOfType(Problem.class, () -> read.apply(fields(json)))
                .detail();
    }
}
