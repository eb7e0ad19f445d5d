package tingting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Whether some calls take the same time. They take turns, so that a busy machine slows all of them alike; what is
/// compared are medians; and who has bad luck is measured longer.
public final class Medians {
    private static final int ROUNDS = 15;
    private static final int LONGEST = 8 * ROUNDS;
    private static final double ALIKE = 1.5;

    private Medians() {}

    /// @param calls each is given the number of its round, from 0
    public static void assertAlike(IntConsumer... calls) {
        Stream.of(calls).forEach(call -> call.accept(0));
        List<List<Long>> times =
                Stream.of(calls).<List<Long>>map(call -> new ArrayList<>()).toList();
        for (int round = 1; round <= LONGEST; round++) {
            for (int i = 0; i < calls.length; i++) {
                times.get(i).add(nanos(calls[i], round));
            }
            if (round % ROUNDS == 0 && spread(times) < ALIKE) {
                return;
            }
        }
        assertThat(spread(times))
                .as("the slowest median by the fastest, of %s ns", medians(times))
                .isLessThan(ALIKE);
    }

    private static double spread(List<List<Long>> times) {
        var medians = medians(times).stream().mapToLong(Long::longValue).summaryStatistics();
        return (double) medians.getMax() / medians.getMin();
    }

    private static List<Long> medians(List<List<Long>> times) {
        return times.stream()
                .map(one ->
                        one.stream().sorted().skip(one.size() / 2).findFirst().orElseThrow())
                .toList();
    }

    private static long nanos(IntConsumer call, int round) {
        long began = System.nanoTime();
        call.accept(round);
        return System.nanoTime() - began;
    }
}
