package tingting.personal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of all that somebody owns, or that is to become one.
///
/// @param here whether the session that asks is the one that may fetch it
/// @param expiresAt when it is deleted
/// @param size in bytes, null while it is not ready
public record Export(
        UUID exportId,
        State state,
        boolean here,
        Instant createdAt,
        @Nullable Instant finishedAt,
        Instant expiresAt,
        @Nullable Long size) {
    /// How far it is.
    public enum State {
        WAITING,
        RUNNING,
        READY,
        FAILED;

        /// As clients and the database write it.
        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
