package tingting.room;

import java.time.Instant;
import java.util.UUID;

/// A member of a room, as the others see them.
public record Member(UUID userId, Role role, Instant joinedAt, long readSeq, long deliveredSeq) {
    /// The same member with other marks.
    public Member withMarks(long changedReadSeq, long changedDeliveredSeq) {
        return new Member(userId, role, joinedAt, changedReadSeq, changedDeliveredSeq);
    }
}
