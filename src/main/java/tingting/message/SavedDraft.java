package tingting.message;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody has begun to write in a room.
///
/// @param replyTo the message it answers; looked up only when it is sent
public record SavedDraft(String content, @Nullable UUID replyTo, Instant updatedAt) {
    boolean says(String otherContent, @Nullable UUID otherReplyTo) {
        return content.equals(otherContent) && Objects.equals(replyTo, otherReplyTo);
    }
}
