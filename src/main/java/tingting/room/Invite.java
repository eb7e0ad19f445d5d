package tingting.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link that lets people into a room.
///
/// @param code what the link is known by; whoever has it may use it
/// @param maxUses how many people it lets in, null for any number
/// @param uses how many it has let in, those included who asked and wait for an admin
public record Invite(
        String code,
        UUID roomId,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Integer maxUses,
        int uses) {}
