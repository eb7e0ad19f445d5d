package tingting.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What one scenario came to. What cannot be known from where we look is null.
sealed interface Result {
    String scenario();

    /// What went wrong, in sentences. A figure beside an error is worth nothing.
    List<String> errors();

    /// Server CPU for one of something, in microseconds.
    record Cpu(double user, double system) {
        static Cpu each(Usage used, long things) {
            double micros = (double) TimeUnit.SECONDS.toMicros(1) / Math.max(1, things);
            return new Cpu(round(used.user() * micros), round(used.system() * micros));
        }

        double total() {
            return user + system;
        }

        private static double round(double micros) {
            return Math.round(micros * 1_000) / 1_000.0;
        }
    }

    /// In milliseconds.
    record Times(double p50, double p99, double p999, double max) {
        static Times of(Histogram nanos) {
            return new Times(
                    millis(nanos.getValueAtPercentile(50)),
                    millis(nanos.getValueAtPercentile(99)),
                    millis(nanos.getValueAtPercentile(99.9)),
                    millis(nanos.getMaxValue()));
        }

        private static double millis(long nanos) {
            return Math.round(nanos / 1e3) / 1e3;
        }
    }

    /// Messages through rooms.
    ///
    /// @param refused messages that the server wanted to have slower
    /// @param compilingShare what of the CPU the JVM's compilers used, from 0 to 1: much says that it was not warm
    /// @param latencyMs from sending to each delivery
    /// @param ratioToFloor CPU for a delivery, to that of the floor of the same shape in the same run
    record Chat(
            String scenario,
            String shape,
            double seconds,
            long acks,
            long deliveries,
            long refused,
            double acksPerSecond,
            double deliveriesPerSecond,
            @Nullable Cpu cpuMicrosPerDelivery,
            @Nullable Cpu cpuMicrosPerAck,
            @Nullable Double compilingShare,
            Times latencyMs,
            @Nullable Double ratioToFloor,
            List<String> errors)
            implements Result {

        /// @param floor of the same shape, null when none was measured
        static Chat of(String name, Traffic.Measured chat, Traffic.@Nullable Measured floor, List<String> errors) {
            Loop.Count count = chat.count();
            Usage used = chat.used();
            return new Chat(
                    name,
                    chat.shape().toString(),
                    chat.seconds(),
                    count.acked(),
                    count.delivered(),
                    count.refused(),
                    Math.round(count.acked() / chat.seconds()),
                    Math.round(count.delivered() / chat.seconds()),
                    used == null ? null : Cpu.each(used, count.delivered()),
                    used == null ? null : Cpu.each(used, count.acked()),
                    used == null ? null : Cpu.round(used.compilingShare()),
                    Times.of(chat.latency()),
                    floor == null ? null : ratio(chat, floor),
                    errors);
        }

        private static @Nullable Double ratio(Traffic.Measured chat, Traffic.Measured floor) {
            Usage used = chat.used();
            Usage least = floor.used();
            if (used == null || least == null) {
                return null;
            }
            double ratio = Cpu.each(used, chat.count().delivered()).total()
                    / Cpu.each(least, floor.count().delivered()).total();
            return Math.round(100 * ratio) / 100.0;
        }
    }

    /// Requests over REST.
    record Requests(
            String scenario,
            String shape,
            double seconds,
            long requests,
            double requestsPerSecond,
            @Nullable Cpu cpuMicrosPerRequest,
            @Nullable Double compilingShare,
            Times latencyMs,
            List<String> errors)
            implements Result {}

    /// Memory with so many connections, after a collection.
    ///
    /// @param heapEach what a connection adds to the heap, over the server without any
    /// @param residentEach what it adds to the process
    record Memory(
            String scenario,
            int connections,
            @Nullable Long heapBytes,
            @Nullable Long residentBytes,
            @Nullable Double heapEach,
            @Nullable Double residentEach,
            List<String> errors)
            implements Result {}

    /// A room before and after some of its readers stopped reading.
    ///
    /// @param ratioP50 of the others' times, to what they were undisturbed
    /// @param sleepers those who stopped, and what became of them
    record Stalled(
            String scenario,
            String shape,
            Stretch undisturbed,
            Stretch disturbed,
            double ratioP50,
            double ratioP99,
            Sleepers sleepers,
            List<String> errors)
            implements Result {
        static Stalled of(
                Shape shape,
                Traffic.Measured undisturbed,
                Traffic.Measured disturbed,
                Sleepers sleepers,
                List<String> errors) {
            Stretch before = Stretch.of(undisturbed);
            Stretch after = Stretch.of(disturbed);
            return new Stalled(
                    shape.word(),
                    shape.toString(),
                    before,
                    after,
                    ratio(after.latencyMs.p50, before.latencyMs.p50),
                    ratio(after.latencyMs.p99, before.latencyMs.p99),
                    sleepers,
                    errors);
        }

        private static double ratio(double after, double before) {
            return Math.round(1_000 * after / before) / 1_000.0;
        }
    }

    /// Some time of a room's life.
    ///
    /// @param residentBytes of the server, at most
    record Stretch(
            double seconds,
            long deliveries,
            Times latencyMs,
            @Nullable Long residentBytes) {
        static Stretch of(Traffic.Measured measured) {
            return new Stretch(
                    measured.seconds(),
                    measured.count().delivered(),
                    Times.of(measured.latency()),
                    measured.resident());
        }
    }

    /// Those who stopped reading for a while.
    ///
    /// @param closed found to have been closed with 4503 when they read again
    /// @param reset found to be cut off
    /// @param kept found nothing: the server has let them sleep
    /// @param missed changes, whoever missed the most of them
    /// @param replayed came back and were given what they missed
    /// @param anew came back and were told to fetch the room anew
    record Sleepers(int all, int closed, int reset, int kept, long missed, int replayed, int anew) {}

    /// Everybody at once.
    ///
    /// @param events that were missed and replayed, all together
    /// @param seconds until all were in step
    /// @param inStepMs from the beginning until each was
    record Storm(
            String scenario,
            int connections,
            long events,
            double seconds,
            @Nullable Cpu cpuMicrosPerConnection,
            Times inStepMs,
            List<String> errors)
            implements Result {}

    /// Password hashes, one after the other.
    ///
    /// @param current whether new passwords are hashed so
    /// @param cpuMs of one, which other work on the machine hardly changes
    record Hashes(
            String scenario,
            int memoryMib,
            int passes,
            boolean current,
            long hashes,
            double cpuMs,
            Times timesMs,
            List<String> errors)
            implements Result {}

    /// No figure at all.
    record Failed(String scenario, List<String> errors) implements Result {}
}
