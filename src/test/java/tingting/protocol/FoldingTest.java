package tingting.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void case_and_marks_do_not_count() {
        assertThat(Folding.fold("Đặng Thị Hương")).isEqualTo("dang thi huong");
        assertThat(Folding.fold("ĐẶNG THỊ HƯƠNG")).isEqualTo("dang thi huong");
        assertThat(Folding.fold("Ångström")).isEqualTo("angstrom");
    }

    @Test
    void composed_and_decomposed_text_fold_alike() {
        assertThat(Folding.fold("Nguyễn")).isEqualTo("nguyen");
        assertThat(Folding.fold("Nguye\u0302\u0303n")).isEqualTo("nguyen");
    }

    @Test
    void forms_of_one_character_fold_alike() {
        assertThat(Folding.fold("Ａｎｎａ")).isEqualTo("anna");
        assertThat(Folding.fold("ﬁn")).isEqualTo("fin");
    }

    @Test
    void any_white_space_is_one_space_between_words() {
        assertThat(Folding.fold("  an\u00a0\t\n binh\u3000")).isEqualTo("an binh");
    }

    @Test
    void texts_that_differ_in_case_alone_become_equal() {
        assertThat(Folding.caseless("STRASSE")).isEqualTo(Folding.caseless("straße"));
        assertThat(Folding.caseless("ΟΔΟΣ")).isEqualTo(Folding.caseless("οδος"));
        assertThat(Folding.caseless("Đ")).isEqualTo("đ");
    }
}
