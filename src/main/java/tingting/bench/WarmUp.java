package tingting.bench;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The time before a measurement, in which the server's JVM compiles what is hot. It ends when the compilers rest,
/// since
/// what they use is no cost of a message: a server that has run for an hour has none of it.
final class WarmUp {
    private static final int LEAST_SECONDS = 5;
    private static final int STRETCH_SECONDS = 3;
    /// What the compilers of a warm JVM use, of one core.
    private static final double RESTING = 0.03;

    private WarmUp() {}

    /// Waits until the compilers rest; for `most` seconds where they cannot be seen.
    ///
    /// @param broken whether there is nothing to wait for any more
    static void await(OptionalLong pid, int most, BooleanSupplier broken) throws InterruptedException {
        int waited = sleep(Math.min(LEAST_SECONDS, most), broken);
        boolean warm = false;
        while (waited < most && !warm && !broken.getAsBoolean()) {
            Optional<Usage> before = Usage.of(pid);
            int stretch = sleep(Math.min(STRETCH_SECONDS, most - waited), broken);
            waited += stretch;
            warm = before.flatMap(earlier -> Usage.of(pid).map(later -> later.since(earlier)))
                    .filter(used -> used.compiling() < RESTING * stretch)
                    .isPresent();
        }
    }

    /// Sleeps for so many seconds, less when something breaks.
    static int sleep(int seconds, BooleanSupplier broken) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long left = end - System.nanoTime(); left > 0 && !broken.getAsBoolean(); left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(TimeUnit.MILLISECONDS.toNanos(500), left));
        }
        return seconds;
    }
}
