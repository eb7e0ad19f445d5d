package tingting.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Message;

/// A report as those in charge see it.
///
/// @param user who is reported, of a message its sender
/// @param message as it stands now: nothing is left of one that was recalled; null for a report of a person
/// @param mutedUntil when the reported person may write again, null for now
/// @param decidedBy null while it is open
public record Report(
        UUID reportId,
        String state,
        String reason,
        Instant createdAt,
        Person reporter,
        Person user,
        @Nullable Message message,
        @Nullable Instant mutedUntil,
        @Nullable Person decidedBy,
        @Nullable Instant decidedAt) {}
