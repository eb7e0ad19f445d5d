package tingting.friend;

import java.time.Instant;
import java.util.UUID;
import tingting.account.User;

/// Somebody one is friends with.
///
/// @param since when the request was accepted
public record Friend(UUID userId, User user, Instant since) {}
