package tingting.message;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Cursor;
import tingting.protocol.Page;
import tingting.room.Journal;

/// The verbs of reactions. All block for a moment, to find the message; changes answer when they are durable.
public final class Reactions {
    /// How many different emoji one message takes.
    static final int DIFFERENT = 20;

    private final Database database;
    private final Journal journal;
    private final MessageRooms rooms;

    public Reactions(Database database, Journal journal, MessageRooms rooms) {
        this.database = database;
        this.journal = journal;
        this.rooms = rooms;
    }

    /// Gives an emoji to a message.
    public CompletableFuture<ChangeReceipt> add(Caller caller, UUID messageId, String emoji) {
        return change(caller, messageId, emoji, false);
    }

    /// Takes one's emoji back.
    public CompletableFuture<ChangeReceipt> remove(Caller caller, UUID messageId, String emoji) {
        return change(caller, messageId, emoji, true);
    }

    private CompletableFuture<ChangeReceipt> change(Caller caller, UUID messageId, String emoji, boolean removed) {
        String checked = Emoji.require(emoji);
        return journal.submit(new React(rooms.of(messageId), messageId, caller, checked, removed));
    }

    /// Who reacted to a message, in that order.
    ///
    /// @param emoji with which one, null for all
    /// @param cursor of the page before, null for the first
    /// @throws Problem `not_found`, also when the message may not be seen
    public Page<Reaction> list(
            Caller caller, UUID messageId, @Nullable String emoji, @Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : Cursor.read(cursor, 1).number(0);
        List<ReactionStore.Numbered> given = database.read(handle -> {
            MessageStore.require(handle, caller.userId(), messageId);
            return ReactionStore.given(handle, messageId, emoji, after, limit + 1);
        });
        return Page.of(given, limit, last -> Cursor.of(Long.toString(last.id())))
                .map(ReactionStore.Numbered::reaction);
    }
}
