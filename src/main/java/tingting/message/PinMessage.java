package tingting.message;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.room.Batch;
import tingting.room.Change;
import tingting.room.ChangeLog;
import tingting.room.MemberState;
import tingting.room.Role;
import tingting.room.RoomKind;
import tingting.room.RoomState;

/// Pins a message for the whole room, or takes the pin away: both people of a direct room may, owners and admins
/// elsewhere.
record PinMessage(UUID roomId, UUID messageId, Caller caller, boolean pinned) implements Change<ChangeReceipt> {
    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
        KnownMessages.of(batch).announce(messageId);
    }

    @Override
    public ChangeReceipt decide(Batch batch) throws SQLException {
        MemberState member = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        Message message = KnownMessages.of(batch).require(roomId, messageId, member);
        if (room.kind() != RoomKind.DIRECT && !member.role().above(Role.MEMBER)) {
            throw Problem.forbidden("Only the owner and admins pin messages.");
        }
        Rules.requireUnblocked(batch, room);
        if (message.pinned() == pinned) {
            return new ChangeReceipt(messageId, room.rev());
        }
        if (message.recalledAt() != null) {
            throw Problem.conflict("This message was recalled.");
        }
        long rev = room.nextRev();
        KnownMessages.of(batch).change(message.withPinned(pinned));
        RoomEvent.Body body = pinned
                ? new RoomEvent.MessagePinned(messageId, caller.userId())
                : new RoomEvent.MessageUnpinned(messageId, caller.userId());
        ChangeLog.of(batch).add(new RoomEvent(roomId, rev, body), messageId, caller.userId(), Map.of());
        return new ChangeReceipt(messageId, rev);
    }
}
