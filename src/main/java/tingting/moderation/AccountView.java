package tingting.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as those in charge see it, closed or not.
///
/// @param email null where there is none, and for who may not see it; so is `phone`
/// @param mutedUntil null, or a time that is over, for who may write
/// @param secondFactor whether signing in asks for a code as well; not told to who may not see the e-mail address
/// @param lastSeen when their last connection ended; null for never
/// @param openReports how many reports of them wait
public record AccountView(
        UUID userId,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        @Nullable String email,
        @Nullable String phone,
        String role,
        String state,
        @Nullable Instant mutedUntil,
        boolean secondFactor,
        Instant createdAt,
        @Nullable Instant lastSeen,
        int openReports) {}
