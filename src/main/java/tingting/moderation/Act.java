package tingting.moderation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done in office.
///
/// @param userId to whom
/// @param data ids and words of ours, never what somebody wrote
record Act(
        AuditAction action,
        @Nullable UUID userId,
        @Nullable UUID messageId,
        @Nullable UUID reportId,
        Map<String, String> data) {

    static Act on(UUID userId, AuditAction action, Map<String, String> data) {
        return new Act(action, userId, null, null, data);
    }
}
