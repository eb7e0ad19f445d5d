package tingting.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A room as those in charge see it: its size, and nothing of what is said in it.
///
/// @param name null for a direct room
public record RoomSummary(
        UUID roomId,
        String kind,
        @Nullable String name,
        int memberCount,
        long messageCount,
        Person createdBy,
        Instant createdAt) {}
