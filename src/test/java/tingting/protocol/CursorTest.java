package tingting.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void a_cursor_comes_back_as_it_went() {
        Cursor cursor = Cursor.of("1", "", "Đặng.Thị");

        assertThat(cursor.text()).matches("[A-Za-z0-9_.-]+");
        assertThat(Cursor.read(cursor.text(), 3)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MQ", "MQ.MQ.MQ", "M*.MQ", "AA.MQ", "....", "ÿ.ÿ"})
    void what_is_not_a_cursor_of_the_list_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.read(text, 2))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
                                .isEqualTo(List.of("cursor")));
    }
}
