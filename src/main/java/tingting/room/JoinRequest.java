package tingting.room;

import java.time.Instant;
import java.util.UUID;

/// Somebody who followed an invite and waits for an admin.
public record JoinRequest(UUID userId, Instant createdAt) {}
