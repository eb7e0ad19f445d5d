package tingting.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as who made it sees it.
///
/// @param userId who is reported, of a message its sender
public record FiledReport(
        UUID reportId, UUID userId, @Nullable UUID messageId, String reason, String state, Instant createdAt) {}
