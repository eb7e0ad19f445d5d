package tingting.message;

import java.time.Instant;
import java.util.UUID;

/// Who gave an emoji to a message, and when.
public record Reaction(UUID userId, String emoji, Instant createdAt) {}
