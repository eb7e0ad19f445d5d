package tingting.message;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.room.Batch;
import tingting.room.MemberState;
import tingting.room.Pair;
import tingting.room.Role;
import tingting.room.RoomKind;
import tingting.room.RoomState;

/// Who may do what with messages. Asked by the changes, on the journal's writer thread.
final class Rules {
    private Rules() {}

    /// @throws Problem `muted` for who may not write anywhere, `forbidden` in a channel for who only reads there and in
    ///     a direct room with who takes messages from friends only, `blocked` in a direct room of such a pair
    static void requireWriter(Batch batch, RoomState room, MemberState member) throws SQLException {
        Optional<Instant> muted = member.mutedAt(batch.now());
        if (muted.isPresent()) {
            throw Problem.muted(muted.get(), batch.now());
        }
        if (room.kind() == RoomKind.CHANNEL && !member.role().above(Role.MEMBER)) {
            throw Problem.forbidden("Only the owner and admins write in a channel.");
        }
        requireUnblocked(batch, room);
        requireOpen(batch, room, member);
    }

    /// Who has written to somebody may be answered by them.
    private static void requireOpen(Batch batch, RoomState room, MemberState member) throws SQLException {
        Pair pair = room.pair();
        if (pair != null
                && batch.closed(pair, member.userId())
                && batch.member(room.id(), pair.other(member.userId()))
                        .filter(MemberState::hasWritten)
                        .isEmpty()) {
            throw Problem.forbidden("This person takes messages from friends only.");
        }
    }

    /// @throws Problem `blocked` when one of the two people of a direct room has blocked the other
    static void requireUnblocked(Batch batch, RoomState room) throws SQLException {
        Pair pair = room.pair();
        if (pair != null && batch.blocked(pair)) {
            throw Problem.of(ErrorCode.BLOCKED, "You cannot write to this person.");
        }
    }

    /// @throws Problem `invalid_request` when one of them is no member
    static void requireMembers(Batch batch, UUID roomId, Collection<UUID> mentioned) throws SQLException {
        for (UUID userId : mentioned) {
            if (batch.member(roomId, userId).isEmpty()) {
                throw Problem.invalidField("mentions", "must be members of the room");
            }
        }
    }

    /// @throws Problem `forbidden` for who may not call everybody
    static void requireMentionAll(MemberState member) {
        if (!member.role().above(Role.MEMBER)) {
            throw Problem.forbidden("Only the owner and admins mention everybody.");
        }
    }
}
