package tingting.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The last hour by minutes: how many messages came in each, and how many connections there were. Safe from any
/// thread.
final class Minutes {
    private static final int KEPT = 60;
    private static final long MINUTE = 60_000;

    /// @param at when it began
    /// @param connections the most that there were
    record Minute(Instant at, long messages, int connections) {}

    private final long[] numbers = new long[KEPT];
    private final long[] messages = new long[KEPT];
    private final int[] connections = new int[KEPT];
    private final long began;
    private int level;

    Minutes(Instant now) {
        began = now.toEpochMilli() / MINUTE;
    }

    synchronized void message(Instant now) {
        messages[slot(now)]++;
    }

    /// So many more connections are there from now on, or fewer.
    synchronized void connections(Instant now, int more) {
        int slot = slot(now);
        level += more;
        connections[slot] = Math.max(connections[slot], level);
    }

    /// How many connections there are.
    synchronized int connections() {
        return level;
    }

    /// The oldest first, the minute that runs last; not more than the server has been running.
    synchronized List<Minute> last(Instant now) {
        long current = now.toEpochMilli() / MINUTE;
        slot(now);
        List<Minute> minutes = new ArrayList<>(KEPT);
        int before = 0;
        for (long number = Math.max(began, current - KEPT + 1); number <= current; number++) {
            int slot = (int) (number % KEPT);
            boolean known = numbers[slot] == number;
            before = known ? connections[slot] : before;
            minutes.add(new Minute(Instant.ofEpochMilli(number * MINUTE), known ? messages[slot] : 0, before));
        }
        return minutes;
    }

    /// The place of this minute, empty when it has just begun.
    private int slot(Instant now) {
        long number = now.toEpochMilli() / MINUTE;
        int slot = (int) (number % KEPT);
        if (numbers[slot] != number) {
            numbers[slot] = number;
            messages[slot] = 0;
            connections[slot] = level;
        }
        return slot;
    }
}
