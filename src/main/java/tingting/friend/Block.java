package tingting.friend;

import java.time.Instant;
import java.util.UUID;
import tingting.account.User;

/// Somebody one has blocked.
public record Block(UUID userId, User user, Instant createdAt) {}
