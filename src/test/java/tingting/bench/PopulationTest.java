package tingting.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-database")
class PopulationTest {
    @Test
    void everybody_is_in_as_many_rooms_as_asked_for_and_never_twice_in_one() {
        List<int[]> rooms = new Population(95, 10, 3, 0).rooms();

        assertThat(rooms).hasSize(30).allSatisfy(room -> assertThat(room).doesNotHaveDuplicates());
        Map<Integer, Long> each = rooms.stream()
                .flatMap(room -> Arrays.stream(room).boxed())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(each)
                .hasSize(95)
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(3));
    }

    @Test
    void rooms_of_two_are_direct_ones() {
        assertThat(new Population(4, 2, 1, 0).direct()).isTrue();
        assertThat(new Population(4, 2, 1, 0).rooms()).containsExactly(new int[] {0, 1}, new int[] {2, 3});
        assertThat(new Population(4, 4, 1, 0).direct()).isFalse();
    }
}
