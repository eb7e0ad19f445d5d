package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.message.Snippet.Part;

@Tag("no-database")
class SnippetTest {
    @Test
    void hits_are_marked_in_the_words_that_were_written() {
        assertThat(snippet("Chiều nay mình Đặng bận", "dang"))
                .containsExactly(new Part("Chiều nay mình ", false), new Part("Đặng", true), new Part(" bận", false));
    }

    @Test
    void neighbouring_hits_are_one() {
        assertThat(snippet("mình đang  bận, đang họp", "đang bận"))
                .containsExactly(
                        new Part("mình ", false),
                        new Part("đang bận", true),
                        new Part(", ", false),
                        new Part("đang", true),
                        new Part(" họp", false));
    }

    @Test
    void only_the_last_word_of_the_query_may_be_a_beginning() {
        assertThat(snippet("hom homework nay naysayer", "hom nay"))
                .containsExactly(new Part("hom", true), new Part(" homework ", false), new Part("nay naysayer", true));
    }

    @Test
    void a_long_message_is_cut_around_its_first_hit() {
        List<Part> parts = snippet("lorem ipsum ".repeat(100) + "kim  chỉ\nnam " + "dolor sit ".repeat(100), "chi");
        assertThat(text(parts))
                .startsWith("…")
                .endsWith("…")
                .contains("kim chỉ nam dolor")
                .hasSizeBetween(100, 140);
        assertThat(parts).filteredOn(Part::hit).extracting(Part::text).containsExactly("chỉ");
        assertThat(parts.getFirst().text()).matches("…(lorem|ipsum|kim) .*");
    }

    @Test
    void without_a_hit_the_beginning_is_shown() {
        assertThat(snippet("edited just now", "before")).containsExactly(new Part("edited just now", false));
        assertThat(snippet("", "before")).isEmpty();
    }

    @Test
    void no_character_is_torn_apart() {
        assertThat(text(snippet("a" + "😀".repeat(200), "a"))).matches("a(😀)+…");
        assertThat(text(snippet("x".repeat(5000), "xx"))).isEqualTo("x".repeat(5000));
    }

    private static List<Part> snippet(String content, String query) {
        return Snippet.of(content, Sought.in(query).orElseThrow());
    }

    private static String text(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
