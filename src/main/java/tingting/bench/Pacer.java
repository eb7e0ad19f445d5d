package tingting.bench;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Has the senders of one loop write at a fixed pace, in turns, whether the server keeps up or not: a message that goes
/// out late counts from when it was due. Touched only on the loop.
final class Pacer {
    private final Loop loop;
    private final List<Sender> senders;
    private final double interval;
    private long began;
    private long count;
    private @Nullable Future<?> ticking;

    /// @param rate messages a second
    Pacer(Loop loop, List<Sender> senders, double rate) {
        this.loop = loop;
        this.senders = senders;
        this.interval = TimeUnit.SECONDS.toNanos(1) / rate;
    }

    void start() {
        began = System.nanoTime();
        ticking = loop.events().scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        if (!loop.sending() && ticking != null) {
            ticking.cancel(false);
            return;
        }
        long now = System.nanoTime();
        for (long due = due(); due <= now; due = due()) {
            senders.get((int) (count % senders.size())).send(due);
            count++;
        }
    }

    private long due() {
        return began + (long) (count * interval);
    }
}
