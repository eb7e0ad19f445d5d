package tingting.room;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How fast messages may come in a room, and how soon they go.
///
/// @param slowMode the pause between two messages of a plain member, zero for none
/// @param life after which a message is recalled by itself, null for never
public record Pace(Duration slowMode, @Nullable Duration life) {
    /// What rooms begin with.
    static final Pace FREE = new Pace(Duration.ZERO, null);

    static Pace of(int slowModeSeconds, @Nullable Long messageTtlSeconds) {
        return slowModeSeconds == 0 && messageTtlSeconds == null
                ? FREE
                : new Pace(
                        Duration.ofSeconds(slowModeSeconds),
                        messageTtlSeconds == null ? null : Duration.ofSeconds(messageTtlSeconds));
    }
}
