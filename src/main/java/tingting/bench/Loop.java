package tingting.bench;

import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// One event loop of the load generator, with what its clients have counted. Touched only on the loop's thread.
final class Loop {
    private static final int FRAME_MOST = 1 << 20;
    private static final long LATENCY_MOST = TimeUnit.MINUTES.toNanos(5);
    private static final int DIGITS = 3;

    private final EventLoop events;
    private final byte[] scratch = new byte[FRAME_MOST];
    private final Map<String, Integer> troubles = new TreeMap<>();
    private Histogram latency = new Histogram(LATENCY_MOST, DIGITS);
    private boolean sending;
    private long sent;
    private long acked;
    private long delivered;
    private long refused;

    /// How often something happened since the clients came.
    ///
    /// @param refused as too fast
    record Count(long sent, long acked, long delivered, long refused) {
        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    sent + other.sent, acked + other.acked, delivered + other.delivered, refused + other.refused);
        }

        Count since(Count before) {
            return new Count(
                    sent - before.sent, acked - before.acked, delivered - before.delivered, refused - before.refused);
        }
    }

    Loop(EventLoop events) {
        this.events = events;
    }

    EventLoop events() {
        return events;
    }

    /// Where a client puts the frame it is reading.
    byte[] scratch() {
        return scratch;
    }

    boolean sending() {
        return sending;
    }

    void sending(boolean on) {
        sending = on;
    }

    void sent() {
        sent++;
    }

    void acked() {
        acked++;
    }

    /// @param sentAt in nanoseconds of this process
    void delivered(long sentAt) {
        delivered++;
        latency.recordValue(Math.clamp(System.nanoTime() - sentAt, 0, LATENCY_MOST));
    }

    /// The last message is taken back: the server wants it slower.
    void refused() {
        sent--;
        refused++;
    }

    /// Something that must not happen: a figure beside it is worth nothing.
    void trouble(String what) {
        troubles.merge(what, 1, Integer::sum);
    }

    Map<String, Integer> troubles() {
        return Map.copyOf(troubles);
    }

    Count count() {
        return new Count(sent, acked, delivered, refused);
    }

    /// The times of the deliveries since the last call.
    Histogram takeLatency() {
        Histogram taken = latency;
        latency = new Histogram(LATENCY_MOST, DIGITS);
        return taken;
    }
}
