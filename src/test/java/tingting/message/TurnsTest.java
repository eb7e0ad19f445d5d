package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-database")
class TurnsTest {
    private final Turns turns = new Turns();
    private final UUID an = UUID.randomUUID();
    private final UUID binh = UUID.randomUUID();
    private final List<String> told = new ArrayList<>();

    @Test
    void a_count_that_was_begun_before_one_that_is_told_already_has_to_be_counted_again() {
        long slow = turns.next();
        long quick = turns.next();

        assertThat(turns.tell(quick, an, () -> told.add("newer"))).isTrue();
        assertThat(turns.tell(slow, an, () -> told.add("older"))).isFalse();
        assertThat(turns.tell(turns.next(), an, () -> told.add("again"))).isTrue();

        assertThat(told).containsExactly("newer", "again");
    }

    @Test
    void one_turn_tells_a_person_of_several_rooms_and_keeps_nobody_else_waiting() {
        long turn = turns.next();
        assertThat(turns.tell(turns.next(), binh, () -> told.add("another person")))
                .isTrue();

        assertThat(turns.tell(turn, an, () -> told.add("one room"))).isTrue();
        assertThat(turns.tell(turn, an, () -> told.add("another room"))).isTrue();

        assertThat(told).containsExactly("another person", "one room", "another room");
    }
}
