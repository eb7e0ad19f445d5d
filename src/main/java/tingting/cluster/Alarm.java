package tingting.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does work when its time has come: what waits for a time in the database has one of these on each node. It looks
/// at least every [#LONGEST], since another node may have planned something and gone. Safe from any thread; the work
/// runs on one virtual thread, never twice at once.
public final class Alarm implements AutoCloseable {
    /// What is done when it rings.
    @FunctionalInterface
    public interface Work {
        /// Does what is due, or a bounded part of it; answers when the next is due, in the past when there is more.
        Optional<Instant> run();
    }

    public static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final String name;
    private final InstantSource clock;
    private final Work work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private Instant next;
    private boolean closing;

    /// Rings first at once, for what became due while nobody ran.
    public Alarm(String name, InstantSource clock, Work work) {
        this.name = name;
        this.clock = clock;
        this.work = work;
        this.next = clock.instant();
        this.thread = Thread.ofVirtual().name(name).start(this::loop);
    }

    /// Makes it ring no later than then. Never blocks for long.
    public void ringAt(Instant time) {
        lock.lock();
        try {
            if (time.isBefore(next)) {
                next = time;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        try {
            while (awaitNext()) {
                ring();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops", name, e);
        }
    }

    private void ring() {
        try {
            work.run().ifPresent(this::ringAt);
        } catch (RuntimeException e) {
            LOG.warn("{} failed and tries again", name, e);
            ringAt(clock.instant().plus(AFTER_FAILURE));
        }
    }

    /// Waits for the next time; answers false when it is closed instead.
    private boolean awaitNext() throws InterruptedException {
        lock.lock();
        try {
            for (Duration wait = untilNext(); !closing && wait.isPositive(); wait = untilNext()) {
                changed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
            }
            next = clock.instant().plus(LONGEST);
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilNext() {
        return Duration.between(clock.instant(), next);
    }

    /// Waits for the work that runs, then ends.
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            // not by an interrupt: that could break off a statement
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
