package tingting.moderation;

import java.util.UUID;
import tingting.protocol.Problem;

/// What somebody wants those in charge to look at.
public sealed interface Complaint {
    /// The longest reason, in characters.
    int REASON = 1_000;

    String reason();

    record OfMessage(UUID messageId, String reason) implements Complaint {}

    record OfUser(UUID userId, String reason) implements Complaint {}

    /// @throws Problem `invalid_request` when the reason says nothing or too much
    default void check() {
        if (reason().isBlank() || reason().codePointCount(0, reason().length()) > REASON) {
            throw Problem.invalidField("reason", "needs 1 to %d characters".formatted(REASON));
        }
    }
}
