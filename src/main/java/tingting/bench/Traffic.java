package tingting.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Has the members of rooms chat, and measures: warms up, measures one stretch or several, then waits until everything
/// that was sent has come to everybody.
final class Traffic implements AutoCloseable {
    private static final Duration ARRIVAL = Duration.ofMinutes(2);
    private static final int ARRIVING_AT_ONCE = 128;
    private static final Duration OUTSTANDING = Duration.ofSeconds(30);

    private final Loops loops;
    private final Target target;
    private final Shape shape;
    private final Fleet fleet;
    private final List<List<Member>> rooms = new ArrayList<>();
    private final List<Sender> senders = new ArrayList<>();

    /// One stretch of time.
    ///
    /// @param used by the server in this time; null where it cannot be seen
    /// @param resident bytes of the server, the most that was seen in this time; null where it cannot be seen
    /// @param latency from sending to each delivery, in nanoseconds
    record Measured(
            Shape shape,
            double seconds,
            Loop.Count count,
            @Nullable Usage used,
            @Nullable Long resident,
            Histogram latency) {}

    /// @param loops for its clients; it counts what happens there as its own
    Traffic(Loops loops, Target target, World world, Shape shape) {
        this.loops = loops;
        this.target = target;
        this.shape = shape;
        this.fleet = new Fleet(loops, target);
        world.rooms()
                .forEach(room -> rooms.add(room.members().stream()
                        .map(account -> new Member(loops.next(), path(room), account.token(), Member.NEWEST))
                        .toList()));
        String run = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < shape.senders(); i++) {
            int room = i % rooms.size();
            Member member = rooms.get(room).get(i / rooms.size());
            String roomId = world.rooms().get(room).roomId().toString();
            Sender sender = new Sender(i, member, roomId, run, shape.length(), shape.rate() == 0);
            member.writes(sender);
            senders.add(sender);
        }
    }

    /// A relay learns the room from the address; a real server needs no hint and takes none.
    private static String path(World.Room room) {
        return "/ws?room=" + room.roomId();
    }

    /// Connects everybody and has them chat; returns when the server is warm.
    ///
    /// @param warmup in seconds, at most
    void begin(int warmup) throws InterruptedException {
        fleet.open(rooms.stream().flatMap(List::stream).toList(), ARRIVING_AT_ONCE, ARRIVAL);
        loops.tell(loop -> loop.sending(true));
        chat();
        WarmUp.await(target.pid(), warmup, this::isBroken);
    }

    private void chat() {
        loops.tell(loop -> {
            List<Sender> own = senders.stream()
                    .filter(sender -> sender.member().loop() == loop)
                    .toList();
            if (shape.rate() == 0) {
                own.forEach(sender -> sender.send(System.nanoTime()));
            } else if (!own.isEmpty()) {
                new Pacer(loop, own, (double) shape.rate() * own.size() / senders.size()).start();
            }
        });
    }

    /// Measures for so many seconds; returns early when something is wrong already.
    Measured measure(int seconds) throws InterruptedException {
        loops.takeLatency();
        Loop.Count before = loops.count();
        Optional<Usage> usedBefore = Usage.of(target.pid());
        LongSummaryStatistics resident = new LongSummaryStatistics();
        long began = System.nanoTime();
        for (int second = 0; second < seconds && !isBroken(); second++) {
            WarmUp.sleep(1, this::isBroken);
            Usage.resident(target.pid()).ifPresent(resident::accept);
        }
        Loop.Count counted = loops.count().since(before);
        Optional<Usage> used = Usage.of(target.pid()).flatMap(after -> usedBefore.map(after::since));
        double lasted = (System.nanoTime() - began) / 1e9;
        return new Measured(
                shape,
                lasted,
                counted,
                used.orElse(null),
                resident.getCount() == 0 ? null : resident.getMax(),
                loops.takeLatency());
    }

    private boolean isBroken() {
        return !loops.troubles().isEmpty();
    }

    /// Has nobody write any more, and waits until everything that was sent is acknowledged, and was heard by every
    /// member of its room. Answers what went wrong since the beginning.
    List<String> end() throws InterruptedException {
        loops.tell(loop -> loop.sending(false));
        List<String> errors = new ArrayList<>();
        if (!loops.until(this::isComplete, OUTSTANDING)) {
            errors.add(outstanding());
        } else if (!isEven()) {
            errors.add("in some rooms some members heard more than others");
        }
        errors.addAll(loops.troubles());
        return errors;
    }

    private boolean isComplete() {
        Loop.Count all = loops.count();
        return all.acked() == all.sent() && all.delivered() == all.sent() * shape.members();
    }

    private String outstanding() {
        Loop.Count all = loops.count();
        long expected = all.sent() * shape.members();
        return "%d of %d messages were not acknowledged, %d of %d deliveries did not come"
                .formatted(all.sent() - all.acked(), all.sent(), expected - all.delivered(), expected);
    }

    /// The sum is right; so must be each member: all of a room are where the others are.
    private boolean isEven() {
        return rooms.stream()
                .allMatch(
                        room -> room.stream().mapToLong(Member::rev).distinct().count() == 1);
    }

    /// Where the first room is, once all is over.
    long rev() {
        return rooms.getFirst().getFirst().rev();
    }

    @Override
    public void close() {
        fleet.close();
    }
}
