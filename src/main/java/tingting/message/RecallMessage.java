package tingting.message;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/// Takes a message back, so that nothing is left of it but its place: by its sender, by those whose role is above
/// the sender's, or because its time is over.
///
/// @param caller null when its time is over: it is recalled in its sender's name then
record RecallMessage(UUID roomId, UUID messageId, @Nullable Caller caller) implements Change<ChangeReceipt> {

    @Override
    public void announce(Batch batch) {
        if (caller == null) {
            batch.announce(roomId);
        } else {
            batch.announce(roomId, caller.userId());
        }
        KnownMessages.of(batch).announce(messageId);
    }

    @Override
    public ChangeReceipt decide(Batch batch) throws SQLException {
        KnownMessages messages = KnownMessages.of(batch);
        Message message = caller == null
                ? messages.find(messageId).orElseThrow(Problem::notFound)
                : allowed(batch, messages, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow(Problem::notFound);
        if (message.recalledAt() != null) {
            return new ChangeReceipt(messageId, room.rev());
        }
        UUID by = caller == null ? message.userId() : caller.userId();
        long rev = room.nextRev();
        messages.change(message.recalled(batch.now()));
        Recalled.of(batch).add(message);
        var body = new RoomEvent.MessageRecalled(messageId, by, batch.now());
        ChangeLog.of(batch).add(new RoomEvent(roomId, rev, body), messageId, by, Map.of());
        return new ChangeReceipt(messageId, rev);
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
