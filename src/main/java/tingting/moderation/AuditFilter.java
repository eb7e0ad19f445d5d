package tingting.moderation;

import java.util.Optional;
import java.util.UUID;

/// Which entries of the audit log are asked for.
///
/// @param actorId who acted
/// @param userId on whom
public record AuditFilter(Optional<UUID> actorId, Optional<UUID> userId, Optional<AuditAction> action) {}
