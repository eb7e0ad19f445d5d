package tingting.message;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
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
import tingting.room.RoomState;

/// Takes a message back, so that nothing is left of it but its place.
record RecallMessage(UUID roomId, UUID messageId, Right right) implements Change<ChangeReceipt> {
    /// By what right.
    sealed interface Right {}

    /// Its sender's, or of a member whose role is above the sender's.
    record OfMember(Caller caller) implements Right {}

    /// Its sender's, who need be no member and not even there: its time is over, or theirs is.
    record InSendersName() implements Right {}

    /// Of those in charge of the server, who need be no members.
    record OfOffice(UUID by, Recalls.Removal removal) implements Right {}

    @Override
    public void announce(Batch batch) {
        if (right instanceof OfMember(Caller caller)) {
            batch.announce(roomId, caller.userId());
        } else {
            batch.announce(roomId);
        }
        KnownMessages.of(batch).announce(messageId);
    }

    @Override
    public ChangeReceipt decide(Batch batch) throws SQLException {
        KnownMessages messages = KnownMessages.of(batch);
        Message message = allowed(batch, messages);
        RoomState room = batch.room(roomId).orElseThrow(Problem::notFound);
        if (message.recalledAt() != null) {
            return new ChangeReceipt(messageId, room.rev());
        }
        UUID by = switch (right) {
            case OfMember(Caller caller) -> caller.userId();
            case InSendersName() -> message.userId();
            case OfOffice(UUID official, Recalls.Removal removal) -> {
                removal.record(batch.transaction().handle(), message);
                yield official;
            }
        };
        long rev = room.nextRev();
        messages.change(message.recalled(batch.now()));
        Recalled.of(batch).add(message);
        var body = new RoomEvent.MessageRecalled(messageId, by, batch.now());
        ChangeLog.of(batch).add(new RoomEvent(roomId, rev, body), messageId, by, Map.of());
        return new ChangeReceipt(messageId, rev);
    }

    private Message allowed(Batch batch, KnownMessages messages) throws SQLException {
        if (right instanceof OfMember(Caller caller)) {
            return allowed(batch, messages, caller.userId());
        }
        Message message = messages.find(messageId).orElseThrow(Problem::notFound);
        if (right instanceof OfOffice(UUID _, Recalls.Removal removal)) {
            removal.check(batch.transaction().handle(), message);
        }
        return message;
    }

    private Message allowed(Batch batch, KnownMessages messages, UUID callerId) throws SQLException {
        MemberState member = batch.require(roomId, callerId);
        Message message = messages.require(roomId, messageId, member);
        if (!message.userId().equals(callerId)) {
            // who has left has no role any more: that is below every moderator's
            Optional<MemberState> sender = batch.member(roomId, message.userId());
            boolean above = sender.isPresent()
                    ? member.role().above(sender.get().role())
                    : member.role().above(Role.MEMBER);
            if (!above) {
                throw Problem.forbidden("Your role does not allow recalling this message.");
            }
        }
        return message;
    }
}
