package tingting.friend;

import java.time.Instant;
import java.util.UUID;
import tingting.account.User;

/// One person's wish to be friends with another, as one of the two sees it.
///
/// @param userId the other person
/// @param direction `incoming` when the other asks, `outgoing` when oneself does
/// @param status `pending`, or `accepted` when the answer came at once because the other had asked before
public record FriendRequest(
        UUID requestId, UUID userId, User user, String direction, String status, Instant createdAt) {}
