package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.protocol.Folding;

@Tag("no-database")
class SearchWordsTest {
    @Test
    void words_are_parted_by_what_is_neither_letter_nor_digit() {
        assertThat(words("Hẹn 8h30, ở quán-cà.phê (số 5)!"))
                .containsExactly("hen", "8h30", "o", "quan", "ca", "phe", "so", "5");
        assertThat(words("👍 … \u0000 --- \"*\"")).isEmpty();
        assertThat(words("")).isEmpty();
    }

    @Test
    void case_and_marks_make_no_difference_however_they_are_written() {
        String text = "Đặng Thị Ngọc ĐANG bận";
        assertThat(words(text)).containsExactly("dang", "thi", "ngoc", "dang", "ban");
        assertThat(words(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(words(text));
    }

    @Test
    void scripts_without_spaces_are_cut_into_their_letters() {
        assertThat(words("会議は10時 ok")).containsExactly("会", "議", "は", "10", "時", "ok");
    }

    @Test
    void a_word_knows_the_part_of_the_text_it_stands_for() {
        String text = "ở Đa\u0323\u0306ng, ﬁn ½";
        assertThat(SearchWords.of(text))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("ở", "Đa\u0323\u0306ng", "ﬁn", "½", "½");
        assertThat(words(text)).containsExactly("o", "dang", "fin", "1", "2");
    }

    @Test
    void a_word_is_what_folding_the_whole_text_makes_of_it() {
        String text = "Straße ΣΊΣΥΦΟΣ İstanbul ŉ Ǆungla Crème brûlée 한국어 ĐỖ";
        assertThat(String.join(" ", words(text))).isEqualTo(Folding.fold(text).replace("ʼ", "ʼ"));
    }

    @Test
    void a_very_long_word_is_cut() {
        assertThat(words("x".repeat(10_000))).containsExactly("x".repeat(SearchWords.LONGEST));
        assertThat(words("𝒳".repeat(10_000))).containsExactly("x".repeat(SearchWords.LONGEST));
        assertThat(words("𐐨".repeat(10_000)).getFirst())
                .hasSize(SearchWords.LONGEST)
                .doesNotContain("\ud801\ud801");
    }

    private static List<String> words(String text) {
        return SearchWords.of(text).stream().map(SearchWords.Word::text).toList();
    }
}
