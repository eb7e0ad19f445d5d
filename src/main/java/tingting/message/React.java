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
import tingting.room.RoomState;

/// Gives an emoji to a message, or takes it back. Every member may, in a channel too.
record React(UUID roomId, UUID messageId, Caller caller, String emoji, boolean removed)
        implements Change<ChangeReceipt> {

    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
        KnownMessages.of(batch).announce(messageId);
        GivenReactions.of(batch).announce(messageId);
    }

    @Override
    public ChangeReceipt decide(Batch batch) throws SQLException {
        UUID userId = caller.userId();
        MemberState member = batch.require(roomId, userId);
        RoomState room = batch.room(roomId).orElseThrow();
        Message message = KnownMessages.of(batch).require(roomId, messageId, member);
        GivenReactions given = GivenReactions.of(batch);
        Rules.requireUnblocked(batch, room);
        if (given.has(messageId, userId, emoji) != removed) {
            return new ChangeReceipt(messageId, room.rev());
        }
        if (removed) {
            given.remove(messageId, userId, emoji);
        } else {
            checkRoom(message, given);
            given.add(messageId, userId, emoji);
        }
        long rev = room.nextRev();
        var body = new RoomEvent.ReactionChanged(messageId, userId, emoji, removed, given.of(messageId));
        ChangeLog.of(batch)
                .add(new RoomEvent(roomId, rev, body), messageId, userId, Map.of("emoji", emoji, "removed", removed));
        return new ChangeReceipt(messageId, rev);
    }

    private void checkRoom(Message message, GivenReactions given) throws SQLException {
        if (message.recalledAt() != null) {
            throw Problem.conflict("This message was recalled.");
        }
        if (given.others(messageId, emoji) >= Reactions.DIFFERENT) {
            throw Problem.conflict("A message takes at most " + Reactions.DIFFERENT + " different emoji.");
        }
    }
}
