package tingting.account;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import tingting.protocol.Problem;

/// Lets those who share a key through one by one, in the order in which they came. Safe from any thread.
final class Turnstile {
    private static final int WAITING = 100;

    /// A queue, and how many are in it; counted within [ConcurrentMap#compute] alone.
    private static final class Turn {
        private final Semaphore free = new Semaphore(1, true);
        private int people;
    }

    private final ConcurrentMap<Object, Turn> turns = new ConcurrentHashMap<>();

    /// Waits for one's turn and does the work.
    ///
    /// @throws Problem `busy` when too many are waiting, or the thread is told to end
    <T> T pass(Object key, Supplier<T> work) {
        Turn turn = turns.compute(key, (same, known) -> enter(known == null ? new Turn() : known));
        try {
            turn.free.acquire();
            try {
                return work.get();
            } finally {
                turn.free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy();
        } finally {
            turns.computeIfPresent(key, (same, known) -> --known.people == 0 ? null : known);
        }
    }

    private static Turn enter(Turn turn) {
        if (turn.people == WAITING) {
            throw Problem.busy();
        }
        turn.people++;
        return turn;
    }
}
