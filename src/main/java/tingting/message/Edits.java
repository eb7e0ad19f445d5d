package tingting.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.room.Journal;

/// The verbs of editing. All block for a moment, to find the message; changes answer when they are durable.
public final class Edits {
    /// What a message said before, and since when.
    public record Former(String content, Instant writtenAt) {}

    private final Database database;
    private final Journal journal;
    private final MessageRooms rooms;
    private final int maxContent;

    /// @param maxContent longest content of a message, in characters
    public Edits(Database database, Journal journal, MessageRooms rooms, int maxContent) {
        this.database = database;
        this.journal = journal;
        this.rooms = rooms;
        this.maxContent = maxContent;
    }

    /// Gives a message another text; for its sender.
    ///
    /// @param mentions null leaves them as they are
    public CompletableFuture<ChangeReceipt> edit(
            Caller caller, UUID messageId, String content, @Nullable List<UUID> mentions) {
        Words.check(content, maxContent);
        return journal.submit(new EditMessage(rooms.of(messageId), messageId, caller, content, mentions));
    }

    /// What a message said before, newest first; for its sender, owners and admins.
    ///
    /// @throws Problem `not_found` when the message may not be seen, `forbidden` for other members
    public List<Former> list(Caller caller, UUID messageId) {
        return database.read(handle -> {
            Message message = MessageStore.require(handle, caller.userId(), messageId);
            if (!message.userId().equals(caller.userId())
                    && !RoomPositions.moderates(handle, caller.userId(), message.roomId())) {
                throw Problem.forbidden("Only its sender, owners and admins see what a message said before.");
            }
            return EditStore.list(handle, messageId);
        });
    }
}
