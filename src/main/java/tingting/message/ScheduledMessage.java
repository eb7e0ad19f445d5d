package tingting.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that waits for its time.
///
/// @param draft what will be sent, under its own client_msg_id
/// @param problem the code of why it could not be sent; it waits for a new time then, or for its deletion
public record ScheduledMessage(
        UUID scheduledId,
        UUID userId,
        Draft draft,
        Instant sendAt,
        Instant createdAt,
        @Nullable String problem) {

    /// Whether it is being sent, or is about to be.
    boolean due(Instant now) {
        return problem == null && !sendAt.isAfter(now);
    }
}
