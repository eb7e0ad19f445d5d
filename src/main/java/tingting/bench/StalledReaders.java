package tingting.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tingting.bench.Sleeper.Waking;
import tingting.bench.World.Room;
import tingting.live.Limits;

/// A room at a fixed pace, first undisturbed, then with some who do not read any more: what the others notice, what
/// the server does about it, and whether those who slept come back to everything that they have missed.
final class StalledReaders implements AutoCloseable {
    private static final Duration ARRIVAL = Duration.ofMinutes(2);
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int ARRIVING_AT_ONCE = 128;
    private static final int READERS_TO_ONE_ASLEEP = 100;
    private static final int LONGEST_MESSAGE = 10_000;
    /// Of the sleep: what waits is as much as may wait by then. Who sleeps for longer does not answer heartbeats
    /// either, and would be let go for that.
    private static final int SECONDS_TO_FILL = 10;

    private final Shape shape;
    private final int others;
    private final Loops loops = new Loops();
    private final Fleet fleet;
    private final Traffic traffic;
    private final List<Sleeper> sleepers;

    /// Messages are as long as it takes to fill, in the first half of the measured time, what the server lets wait for
    /// a reader.
    ///
    /// @param rate messages a second
    /// @param seconds that are measured
    static Shape shape(int members, int senders, int rate, int seconds) {
        double messages = rate * Math.min(seconds / 2.0, SECONDS_TO_FILL);
        int length = (int) Math.ceil(Limits.defaults().pendingBytes() / messages);
        if (length > LONGEST_MESSAGE) {
            throw new BenchFailure(
                    "%d messages a second for %d s are too few to fill what a server lets wait for a reader."
                            .formatted(rate, seconds));
        }
        return new Shape(Scenario.STALLED.word(), 1, members, senders, rate, Math.max(Content.LENGTH, length));
    }

    StalledReaders(Venue venue, Shape shape) {
        this.shape = shape;
        this.fleet = new Fleet(loops, venue.target());
        Room room = venue.world().rooms().getFirst();
        this.others = shape.members() - Math.max(1, shape.members() / READERS_TO_ONE_ASLEEP);
        this.traffic = new Traffic(
                loops,
                venue.target(),
                new World(
                        venue.world().accounts(),
                        List.of(new Room(room.roomId(), room.members().subList(0, others)))),
                new Shape(shape.word(), 1, others, Math.min(shape.senders(), others), shape.rate(), shape.length()));
        this.sleepers = room.members().subList(others, shape.members()).stream()
                .map(account -> new Sleeper(loops.next(), account.token(), Member.NEWEST))
                .toList();
    }

    Result.Stalled measure(Plan.Timing timing) throws InterruptedException {
        fleet.open(sleepers, ARRIVING_AT_ONCE, ARRIVAL);
        traffic.begin(timing.warmup());
        Traffic.Measured undisturbed = traffic.measure(timing.measured());
        tell(Sleeper::fallAsleep);
        long before = loops.count().delivered();
        long due = (long) shape.rate() * timing.measured() * others;
        Traffic.Measured disturbed = traffic.measure(timing.measured());
        // a machine that cannot keep up delivers some of it later
        loops.until(() -> loops.count().delivered() - before >= due, BOUND);
        tell(Sleeper::wake);
        awaitWaking();
        List<Sleeper> back = sleepers.stream()
                .filter(sleeper -> !sleeper.wokeTo(Waking.KEPT))
                .map(Sleeper::comingBack)
                .toList();
        fleet.open(back, ARRIVING_AT_ONCE, ARRIVAL);
        List<String> errors = new ArrayList<>(traffic.end());
        errors.addAll(unsound(back));
        return Result.Stalled.of(shape, undisturbed, disturbed, sleepers(back), errors);
    }

    private void tell(Consumer<Sleeper> order) {
        loops.tell(loop ->
                sleepers.stream().filter(sleeper -> sleeper.loop() == loop).forEach(order));
    }

    private void awaitWaking() throws InterruptedException {
        if (!loops.until(() -> sleepers.stream().allMatch(Sleeper::isAwake), BOUND)) {
            List<String> why = loops.troubles();
            throw new BenchFailure("The room did not go on: %s."
                    .formatted(
                            why.isEmpty()
                                    ? "nothing came in %d s".formatted(BOUND.toSeconds())
                                    : String.join(", ", why)));
        }
    }

    /// The server must have let all of them go, and have told them everything since.
    private List<String> unsound(List<Sleeper> back) throws InterruptedException {
        List<String> errors = new ArrayList<>();
        if (!loops.until(() -> back.stream().allMatch(one -> one.rev() == traffic.rev()), BOUND)) {
            errors.add("not all who came back are where the others are");
        }
        if (count(Waking.KEPT) > 0) {
            errors.add("%d of %d who did not read were not let go".formatted(count(Waking.KEPT), sleepers.size()));
        }
        return errors;
    }

    private int count(Waking waking) {
        return (int) sleepers.stream().filter(sleeper -> sleeper.wokeTo(waking)).count();
    }

    private Result.Sleepers sleepers(List<Sleeper> back) {
        int anew = (int) back.stream().filter(Sleeper::isAnew).count();
        return new Result.Sleepers(
                sleepers.size(),
                count(Waking.CLOSED),
                count(Waking.RESET),
                count(Waking.KEPT),
                back.stream().mapToLong(Member::missed).max().orElse(0),
                back.size() - anew,
                anew);
    }

    @Override
    public void close() {
        fleet.close();
        traffic.close();
        loops.close();
    }
}
