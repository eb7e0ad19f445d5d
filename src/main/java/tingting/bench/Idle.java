package tingting.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tingting.bench.World.Account;

/// Signed-in connections that do nothing: what each costs in memory, in growing numbers.
final class Idle implements AutoCloseable {
    static final int ROOMS_EACH = 3;
    static final int ROOM_SIZE = 50;

    private static final int[] STEPS = {1_000, 5_000, 10_000, 19_000};
    private static final Duration ARRIVAL = Duration.ofMinutes(5);
    private static final int ARRIVING_AT_ONCE = 128;
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final int QUIET_TRIES = 120;
    /// Of a core: heartbeats and timers remain.
    private static final double QUIET_SHARE = 0.05;

    private final Venue venue;
    private final Loops loops = new Loops();
    private final Fleet fleet;
    private final @Nullable Heap heap;

    Idle(Venue venue) {
        this.venue = venue;
        this.fleet = new Fleet(loops, venue.target());
        this.heap = venue.isOurs() ? new Heap(venue.target().pid().orElseThrow()) : null;
    }

    /// One result for each of the usual numbers up to the number of people, and for that.
    List<Result> measure() throws InterruptedException {
        List<Account> people = venue.world().accounts();
        // what the first connections make the server load and compile is not theirs
        try (Fleet first = new Fleet(loops, venue.target())) {
            first.open(members(people.subList(0, Math.min(STEPS[0], people.size()))), ARRIVING_AT_ONCE, ARRIVAL);
        }
        Sample empty = sample();
        List<Result> results = new ArrayList<>();
        int there = 0;
        for (int step : steps(people.size())) {
            fleet.open(members(people.subList(there, step)), ARRIVING_AT_ONCE, ARRIVAL);
            there = step;
            results.add(result(there, empty, sample()));
        }
        return results;
    }

    private static List<Integer> steps(int most) {
        return IntStream.concat(IntStream.of(STEPS).filter(step -> step < most), IntStream.of(most))
                .boxed()
                .toList();
    }

    private List<Member> members(List<Account> people) {
        return people.stream()
                .map(person -> new Member(loops.next(), "/ws", person.token(), Member.NEWEST))
                .toList();
    }

    private record Sample(OptionalLong heap, OptionalLong resident) {}

    private Sample sample() throws InterruptedException {
        settle();
        OptionalLong living = heap == null ? OptionalLong.empty() : OptionalLong.of(heap.living());
        settle();
        return new Sample(living, Usage.resident(venue.target().pid()));
    }

    /// Waits until the server has nothing left to do.
    private void settle() throws InterruptedException {
        Optional<Usage> before = Usage.of(venue.target().pid());
        for (int tries = 0; tries < QUIET_TRIES; tries++) {
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
            Optional<Usage> after = Usage.of(venue.target().pid());
            if (after.isEmpty()
                    || before.isEmpty()
                    || after.get().since(before.get()).total() < QUIET_SHARE * QUIET.toMillis() / 1_000) {
                return;
            }
            before = after;
        }
    }

    private Result.Memory result(int connections, Sample empty, Sample full) {
        return new Result.Memory(
                Scenario.IDLE.word(),
                connections,
                boxed(full.heap),
                boxed(full.resident),
                each(full.heap, empty.heap, connections),
                each(full.resident, empty.resident, connections),
                loops.troubles());
    }

    private static @Nullable Long boxed(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() : null;
    }

    private static @Nullable Double each(OptionalLong full, OptionalLong empty, int connections) {
        return full.isPresent() && empty.isPresent()
                ? (double) (full.getAsLong() - empty.getAsLong()) / connections
                : null;
    }

    @Override
    public void close() {
        fleet.close();
        loops.close();
        if (heap != null) {
            try {
                heap.close();
            } catch (IOException e) {
                throw new BenchFailure("The server ended too early.", e);
            }
        }
    }
}
