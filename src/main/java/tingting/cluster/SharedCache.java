package tingting.cluster;

import java.time.Duration;
import java.util.Optional;

/// What all nodes remember for a while and may forget: codes and counts. Each call is one step that nothing comes
/// between, whichever nodes make it: in Redis, one command or one script. Safe from any thread; a call may block.
public interface SharedCache {
    /// Keeps the value that long, in place of whatever the key had.
    void put(String key, String value, Duration lifetime);

    /// What the key has.
    Optional<String> get(String key);

    /// Forgets the key if it still has this value; of several that try, one is told that it did.
    boolean remove(String key, String value);

    /// Counts one more. The first of a row begins its lifetime, which later ones do not prolong.
    Tally count(String key, Duration lifetime);

    /// How often it was counted.
    ///
    /// @param left until the row begins anew
    record Tally(long count, Duration left) {}
}
