package tingting.session;

import java.time.Instant;
import java.util.UUID;

/// A signed-in device, as its owner sees it in the list of devices.
///
/// @param current whether it is the one that asks
/// @param lastUsedAt when it signed in or last renewed its tokens: as exact as an access token is long
public record Session(
        UUID sessionId, boolean current, String userAgent, String address, Instant createdAt, Instant lastUsedAt) {}
