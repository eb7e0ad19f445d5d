package tingting.message;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import tingting.room.RoomState;

/// Gives a message another text; for its sender. What it said before is kept.
///
/// @param mentions null leaves them as they are
record EditMessage(
        UUID roomId,
        UUID messageId,
        Caller caller,
        String content,
        @Nullable List<UUID> mentions) implements Change<ChangeReceipt> {

    @Override
    public void announce(Batch batch) {
        batch.announce(roomId, caller.userId());
        if (mentions != null) {
            mentions.forEach(userId -> batch.announce(roomId, userId));
        }
        KnownMessages.of(batch).announce(messageId);
    }

    @Override
    public ChangeReceipt decide(Batch batch) throws SQLException {
        MemberState member = batch.require(roomId, caller.userId());
        RoomState room = batch.room(roomId).orElseThrow();
        Message message = KnownMessages.of(batch).require(roomId, messageId, member);
        checkAllowed(batch, room, member, message);
        List<UUID> mentioned = mentioned(batch, message);
        List<UUID> more = new ArrayList<>(mentioned);
        more.removeAll(message.mentions());
        if (content.equals(message.content()) && mentioned.equals(message.mentions())) {
            return new ChangeReceipt(messageId, room.rev());
        }
        long rev = room.nextRev();
        FormerTexts.of(batch).add(message, rev);
        KnownMessages.of(batch).change(message.edited(content, mentioned, batch.now()));
        Mentions.of(batch).add(roomId, more, message.seq());
        var body = new RoomEvent.MessageEdited(messageId, caller.userId(), content, mentioned, batch.now());
        RoomEvent event = new RoomEvent(roomId, rev, body).showing(message.seq());
        ChangeLog.of(batch).add(event, messageId, caller.userId(), Map.of());
        return new ChangeReceipt(messageId, rev);
    }

    private List<UUID> mentioned(Batch batch, Message message) throws SQLException {
        if (mentions == null) {
            return message.mentions();
        }
        List<UUID> more = new ArrayList<>(mentions);
        more.removeAll(message.mentions());
        Rules.requireMembers(batch, roomId, more);
        return Mentions.reaching(batch, caller.userId(), mentions);
    }

    private void checkAllowed(Batch batch, RoomState room, MemberState member, Message message) throws SQLException {
        if (!message.userId().equals(caller.userId())) {
            throw Problem.forbidden("Only its sender edits a message.");
        }
        if (message.recalledAt() != null) {
            throw Problem.conflict("This message was recalled.");
        }
        UUID writtenBy = message.forwardedFrom();
        if (writtenBy != null && !writtenBy.equals(caller.userId())) {
            throw Problem.forbidden("What somebody else wrote stays as they wrote it.");
        }
        Rules.requireWriter(batch, room, member);
        MessageKind kind = MessageKind.parse(message.kind()).orElseThrow();
        if (kind == MessageKind.STICKER) {
            throw Problem.invalid("A sticker has no words to edit.");
        }
        Words.checkFor(kind, content);
    }
}
