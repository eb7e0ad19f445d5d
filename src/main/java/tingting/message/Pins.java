package tingting.message;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.room.Journal;

/// The verbs of pins. All block for a moment, to find the message; changes answer when they are durable.
public final class Pins {
    private final Database database;
    private final Journal journal;
    private final MessageRooms rooms;

    public Pins(Database database, Journal journal, MessageRooms rooms) {
        this.database = database;
        this.journal = journal;
        this.rooms = rooms;
    }

    public CompletableFuture<ChangeReceipt> pin(Caller caller, UUID messageId) {
        return journal.submit(new PinMessage(rooms.of(messageId), messageId, caller, true));
    }

    public CompletableFuture<ChangeReceipt> unpin(Caller caller, UUID messageId) {
        return journal.submit(new PinMessage(rooms.of(messageId), messageId, caller, false));
    }

    /// The pinned messages of a room, the newest pin first.
    ///
    /// @throws Problem `not_found` for an outsider
    public List<Message> list(Caller caller, UUID roomId) {
        return database.read(
                handle -> MessageStore.pinned(handle, roomId, RoomPositions.reader(handle, caller.userId(), roomId)));
    }
}
