package tingting.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import tingting.account.HashCost;

/// Makes password hashes with several parameters, one after the other on this thread: what each costs here.
final class Hashing {
    /// Of equal strength by OWASP's Password Storage Cheat Sheet, but for the last: RFC 9106, section 4, second choice,
    /// in one lane.
    private static final List<HashCost> COSTS = List.of(
            new HashCost(7 * 1024, 5, 1),
            new HashCost(9 * 1024, 4, 1),
            new HashCost(12 * 1024, 3, 1),
            HashCost.CURRENT,
            new HashCost(46 * 1024, 1, 1),
            new HashCost(64 * 1024, 3, 1));

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LEAST = 3;
    private static final long SLOWEST = TimeUnit.MINUTES.toNanos(1);
    private static final byte[] PASSWORD = World.PASSWORD.getBytes(StandardCharsets.UTF_8);

    private Hashing() {}

    /// @param seconds for each, and before the first, for the compilers
    static List<Result.Hashes> measure(int seconds) {
        run(HashCost.CURRENT, seconds);
        return COSTS.stream().map(cost -> measure(cost, seconds)).toList();
    }

    private static Result.Hashes measure(HashCost cost, int seconds) {
        long before = THREADS.getCurrentThreadCpuTime();
        Histogram times = run(cost, seconds);
        double cpuMillis = (THREADS.getCurrentThreadCpuTime() - before) / 1e6 / times.getTotalCount();
        return new Result.Hashes(
                Scenario.HASH.word(),
                cost.memoryKib() / 1024,
                cost.passes(),
                cost.equals(HashCost.CURRENT),
                times.getTotalCount(),
                Math.round(10 * cpuMillis) / 10.0,
                Result.Times.of(times),
                List.of());
    }

    private static Histogram run(HashCost cost, int seconds) {
        byte[] salt = new byte[16];
        Histogram times = new Histogram(SLOWEST, 3);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (times.getTotalCount() < LEAST || System.nanoTime() < end) {
            long began = System.nanoTime();
            cost.hash(PASSWORD, salt);
            times.recordValue(Math.min(System.nanoTime() - began, SLOWEST));
        }
        return times;
    }
}
