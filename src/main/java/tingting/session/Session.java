package tingting.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A signed-in device, as its owner sees it in the list of devices.
///
/// @param current whether it is the one that asks
/// @param browser what the device says it is, in a word; null where it says nothing known. So is `system`
/// @param lastUsedAt when it signed in or last renewed its tokens: as exact as an access token is long
public record Session(
        UUID sessionId,
        boolean current,
        String userAgent,
        @Nullable String browser,
        @Nullable String system,
        String address,
        Instant createdAt,
        Instant lastUsedAt) {}
