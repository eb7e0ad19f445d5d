package tingting.moderation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit log.
///
/// @param actor who acted; null at the server itself
/// @param source the actor's address, or the name of the operating system's account; null for who may not see it
/// @param user on whom
/// @param data what else is to be known, for example the role before and after
public record AuditEntry(
        UUID auditId,
        Instant createdAt,
        @Nullable Person actor,
        @Nullable String source,
        String action,
        @Nullable Person user,
        @Nullable UUID messageId,
        @Nullable UUID reportId,
        Map<String, String> data) {}
