package tingting.message;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tingting.protocol.Caller;
import tingting.room.Journal;

/// The verbs of recalling. Both block for a moment, to find the message, and answer when the recall is durable.
public final class Recalls {
    private final Journal journal;
    private final MessageRooms rooms;

    public Recalls(Journal journal, MessageRooms rooms) {
        this.journal = journal;
        this.rooms = rooms;
    }

    /// Takes a message back; for its sender, and for owners and admins where its sender's role is lower.
    public CompletableFuture<ChangeReceipt> recall(Caller caller, UUID messageId) {
        return journal.submit(new RecallMessage(rooms.of(messageId), messageId, caller));
    }

    /// Takes a message back in its sender's name: its time is over. Answers [Problem] `not_found` when its room was
    /// deleted.
    public CompletableFuture<ChangeReceipt> expire(UUID messageId) {
        return journal.submit(new RecallMessage(rooms.of(messageId), messageId, null));
    }
}
