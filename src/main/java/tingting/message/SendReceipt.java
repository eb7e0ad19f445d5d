package tingting.message;

import java.time.Instant;
import java.util.UUID;

/// The answer to a sent message.
///
/// @param duplicate whether it had been sent before: this is then the first answer again
public record SendReceipt(UUID messageId, UUID roomId, long seq, long rev, Instant createdAt, boolean duplicate) {
    SendReceipt again() {
        return new SendReceipt(messageId, roomId, seq, rev, createdAt, true);
    }
}
