package tingting.message;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.room.Journal;

/// The verbs of recalling. All block for a moment, to find the message, and answer when the recall is durable.
public final class Recalls {
    /// What those in charge of the server have to say about a removal, inside the transaction that does it.
    public interface Removal {
        /// Whether they may: reads only.
        ///
        /// @throws Problem the refusal
        void check(Handle handle, Message message);

        /// Writes what is to be kept of the removal. Not called for a message that was recalled before.
        void record(Handle handle, Message message);
    }

    private final Journal journal;
    private final MessageRooms rooms;

    public Recalls(Journal journal, MessageRooms rooms) {
        this.journal = journal;
        this.rooms = rooms;
    }

    /// Takes a message back; for its sender, and for owners and admins where its sender's role is lower.
    public CompletableFuture<ChangeReceipt> recall(Caller caller, UUID messageId) {
        return journal.submit(new RecallMessage(rooms.of(messageId), messageId, new RecallMessage.OfMember(caller)));
    }

    /// Takes a message back in its sender's name: its time is over, or its sender is erased. Answers [Problem]
    /// `not_found` when its room was deleted.
    public CompletableFuture<ChangeReceipt> withdraw(UUID messageId) {
        return journal.submit(new RecallMessage(rooms.of(messageId), messageId, new RecallMessage.InSendersName()));
    }

    /// Takes a message back for those in charge of the server. Answers [Problem] `not_found` when there is no such
    /// message,
    /// or no such room any more.
    ///
    /// @param by who is said to have done it
    public CompletableFuture<ChangeReceipt> remove(UUID by, UUID messageId, Removal removal) {
        return journal.submit(
                new RecallMessage(rooms.of(messageId), messageId, new RecallMessage.OfOffice(by, removal)));
    }
}
