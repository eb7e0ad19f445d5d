package tingting.message;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;
import tingting.room.Batch;
import tingting.room.Change;
import tingting.room.MemberState;
import tingting.room.Pair;
import tingting.room.Role;
import tingting.room.RoomKind;
import tingting.room.RoomState;

/// Puts a message into its room.
///
/// @param messageId for it, unless it turns out to be a duplicate
/// @param digest of the draft, made before the writer's thread gets it
record SendMessage(UUID messageId, Caller caller, Draft draft, byte[] digest) implements Change<SendReceipt> {
    @Override
    public UUID roomId() {
        return draft.roomId();
    }

    @Override
    public void announce(Batch batch) {
        batch.announce(roomId(), caller.userId());
        draft.mentions().forEach(userId -> batch.announce(roomId(), userId));
        NewMessages.of(batch).announce(this);
    }

    @Override
    public SendReceipt decide(Batch batch) throws SQLException {
        NewMessages messages = NewMessages.of(batch);
        Optional<SendReceipt> before = messages.duplicate(this);
        if (before.isPresent()) {
            return before.get();
        }
        MemberState member = batch.require(roomId(), caller.userId());
        RoomState room = batch.room(roomId()).orElseThrow();
        checkAllowed(batch, room, member);
        Message.@Nullable Excerpt replyTo =
                draft.replyTo() == null ? null : messages.excerpt(room.id(), draft.replyTo());

        long seq = room.nextSeq();
        long rev = room.nextRev();
        member.sent(seq, batch.now());
        bringBack(batch, room);
        SendReceipt receipt = new SendReceipt(messageId, room.id(), seq, rev, batch.now(), false);
        Message message = new Message(
                messageId,
                room.id(),
                seq,
                caller.userId(),
                draft.kind().wire(),
                draft.content(),
                List.of(),
                draft.fileUrl(),
                replyTo,
                draft.mentions(),
                false,
                null,
                List.of(),
                draft.clientMsgId(),
                batch.now(),
                null,
                null,
                expiry(batch, room),
                false);
        messages.add(this, receipt, message);
        batch.tell(new RoomEvent(room.id(), rev, new RoomEvent.NewMessage(message)));
        return receipt;
    }

    private void checkAllowed(Batch batch, RoomState room, MemberState member) throws SQLException {
        if (room.kind() == RoomKind.CHANNEL && !member.role().above(Role.MEMBER)) {
            throw Problem.forbidden("Only the owner and admins write in a channel.");
        }
        Pair pair = room.pair();
        if (pair != null && batch.blocked(pair)) {
            throw Problem.of(ErrorCode.BLOCKED, "You cannot write to this person.");
        }
        checkPace(batch, room, member);
        for (UUID mentioned : draft.mentions()) {
            if (batch.member(room.id(), mentioned).isEmpty()) {
                throw Problem.invalidField("mentions", "must be members of the room");
            }
        }
    }

    private static void checkPace(Batch batch, RoomState room, MemberState member) {
        Duration pause = room.pace().slowMode();
        if (pause.isZero() || member.role().above(Role.MEMBER)) {
            return;
        }
        Duration wait = member.waitFor(pause, batch.now());
        if (wait.isPositive()) {
            throw Problem.rateLimited(wait);
        }
    }

    private static @Nullable Instant expiry(Batch batch, RoomState room) {
        Duration life = room.pace().life();
        return life == null ? null : batch.now().plus(life);
    }

    /// A direct room that somebody had left comes back with its next message.
    private void bringBack(Batch batch, RoomState room) throws SQLException {
        Pair pair = room.pair();
        if (pair == null) {
            return;
        }
        UUID otherId = pair.other(caller.userId());
        Optional<MemberState> other = batch.member(room.id(), otherId);
        if (other.isPresent() && other.get().unhide()) {
            batch.tell(new UserEvent(otherId, new UserEvent.RoomAdded(room.id())));
        }
    }
}
