package tingting.protocol;

import java.util.UUID;

/// Who asks: every verb of the domain takes one. Made only by authentication, never from what a client says of
/// itself.
public record Caller(UUID userId, UUID sessionId) {}
