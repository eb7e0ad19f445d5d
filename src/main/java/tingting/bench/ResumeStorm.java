package tingting.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tingting.bench.World.Account;

/// Everybody is cut off and comes back at once, having missed what their rooms hold: how long until all are in step.
final class ResumeStorm implements AutoCloseable {
    /// What each client has missed.
    static final int MISSED = 20;

    private static final int ARRIVING_AT_ONCE = 128;
    private static final Duration BOUND = Duration.ofMinutes(5);

    private final Venue venue;
    private final Loops loops = new Loops();

    ResumeStorm(Venue venue) {
        this.venue = venue;
    }

    Result.Storm measure() {
        List<Account> people = venue.world().accounts();
        try (Fleet before = new Fleet(loops, venue.target())) {
            before.open(members(people, Member.NEWEST), ARRIVING_AT_ONCE, BOUND);
        }
        Histogram inStep = new ConcurrentHistogram(BOUND.toNanos(), 3);
        List<Member> returning = members(people, 0);
        Optional<Usage> unused = Usage.of(venue.target().pid());
        long began = System.nanoTime();
        returning.forEach(member -> member.inStep().thenRun(() -> inStep.recordValue(System.nanoTime() - began)));
        try (Fleet fleet = new Fleet(loops, venue.target())) {
            fleet.open(returning, returning.size(), BOUND);
            double seconds = (double) (System.nanoTime() - began) / TimeUnit.SECONDS.toNanos(1);
            Optional<Usage> used = Usage.of(venue.target().pid()).flatMap(after -> unused.map(after::since));
            long events = returning.stream().mapToLong(Member::heard).sum();
            return new Result.Storm(
                    Scenario.RESUME_STORM.word(),
                    people.size(),
                    events,
                    Math.round(1_000 * seconds) / 1_000.0,
                    used.map(usage -> Result.Cpu.each(usage, people.size())).orElse(null),
                    Result.Times.of(inStep),
                    loops.troubles());
        }
    }

    private List<Member> members(List<Account> people, long known) {
        return people.stream()
                .map(person -> new Member(loops.next(), "/ws", person.token(), known))
                .toList();
    }

    @Override
    public void close() {
        loops.close();
    }
}
