package tingting.friend;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Cursor;

/// What is between two people, seen from one of them: a row of tb_friendships.
///
/// @param requestId null for a block
/// @param person the other one
/// @param mine whether it is one's own asking or block
/// @param since when it became what it is
record Tie(@Nullable UUID requestId, UUID person, String status, boolean mine, Instant since, String personKey) {
    static final String PENDING = "pending";
    static final String ACCEPTED = "accepted";
    static final String BLOCKED = "blocked";

    boolean accepted() {
        return status.equals(ACCEPTED);
    }

    Cursor cursor() {
        return Cursor.of(personKey);
    }
}
