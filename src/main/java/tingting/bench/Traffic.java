package tingting.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Has the members of rooms chat, and measures: warms up, measures for a while, then waits until everything that was
/// sent has come to everybody.
final class Traffic implements AutoCloseable {
    private static final Duration ARRIVAL = Duration.ofMinutes(2);
    private static final int ARRIVING_AT_ONCE = 128;
    private static final Duration OUTSTANDING = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Loops loops = new Loops();
    private final Target target;
    private final Shape shape;
    private final Fleet fleet;
    private final List<List<Member>> rooms = new ArrayList<>();
    private final List<Sender> senders = new ArrayList<>();

    /// @param used by the server in this time; null where it cannot be seen
    /// @param latency from sending to each delivery, in nanoseconds
    record Measured(
            Shape shape,
            double seconds,
            Loop.Count count,
            @Nullable Usage used,
            Histogram latency,
            List<String> errors) {}

    Traffic(Target target, World world, Shape shape) {
        this.target = target;
        this.shape = shape;
        this.fleet = new Fleet(loops, target);
        world.rooms()
                .forEach(room -> rooms.add(room.members().stream()
                        .map(account -> new Member(loops.next(), path(room), account.token(), false))
                        .toList()));
        String run = UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < shape.senders(); i++) {
            int room = i % rooms.size();
            Member member = rooms.get(room).get(i / rooms.size());
            String roomId = world.rooms().get(room).roomId().toString();
            Sender sender = new Sender(i, member, roomId, run, shape.rate() == 0);
            member.writes(sender);
            senders.add(sender);
        }
    }

    /// A relay learns the room from the address; a real server needs no hint and takes none.
    private static String path(World.Room room) {
        return "/ws?room=" + room.roomId();
    }

    Measured measure(Plan.Timing timing) throws InterruptedException {
        fleet.open(rooms.stream().flatMap(List::stream).toList(), ARRIVING_AT_ONCE, ARRIVAL);
        loops.tell(loop -> loop.sending(true));
        begin();
        BooleanSupplier broken = () -> !loops.troubles().isEmpty();
        WarmUp.await(target.pid(), timing.warmup(), broken);

        loops.takeLatency();
        Loop.Count before = loops.count();
        Optional<Usage> usedBefore = Usage.of(target.pid());
        long began = System.nanoTime();
        WarmUp.sleep(timing.measured(), broken);
        Loop.Count counted = loops.count().since(before);
        Optional<Usage> used = Usage.of(target.pid()).flatMap(after -> usedBefore.map(after::since));
        double seconds = (System.nanoTime() - began) / 1e9;
        Histogram latency = loops.takeLatency();

        loops.tell(loop -> loop.sending(false));
        List<String> errors = new ArrayList<>(outstanding());
        errors.addAll(loops.troubles());
        return new Measured(shape, seconds, counted, used.orElse(null), latency, errors);
    }

    private void begin() {
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

    /// Waits until everything that was sent is acknowledged, and was heard by every member of its room.
    private List<String> outstanding() throws InterruptedException {
        long end = System.nanoTime() + OUTSTANDING.toNanos();
        while (true) {
            Loop.Count all = loops.count();
            long expected = all.sent() * shape.members();
            if (all.acked() == all.sent() && all.delivered() == expected) {
                return uneven();
            }
            if (System.nanoTime() > end || !loops.troubles().isEmpty()) {
                return List.of("%d of %d messages were not acknowledged, %d of %d deliveries did not come"
                        .formatted(all.sent() - all.acked(), all.sent(), expected - all.delivered(), expected));
            }
            Thread.sleep(LOOK);
        }
    }

    /// The sum is right; so must be each member: all of a room have heard the same number.
    private List<String> uneven() {
        long off = rooms.stream()
                .filter(room ->
                        room.stream().mapToLong(Member::heard).distinct().count() > 1)
                .count();
        return off == 0 ? List.of() : List.of("in %d rooms some members heard more than others".formatted(off));
    }

    @Override
    public void close() {
        fleet.close();
        loops.close();
    }
}
