package tingting.message;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;
import tingting.room.Journal;

/// The list of one's conversations, newest first. Reading it blocks.
public final class Inbox {
    /// What to change of one's own view of a room: null leaves it as it is, an empty `Optional` clears it.
    public record Patch(
            @Nullable Optional<Instant> mutedUntil,
            @Nullable Boolean pinned,
            @Nullable Boolean markedUnread) {}

    private final Database database;
    private final Journal journal;
    private final Unreads unreads;

    public Inbox(Database database, Journal journal, Unreads unreads) {
        this.database = database;
        this.journal = journal;
        this.unreads = unreads;
    }

    /// All rooms that are not hidden: pinned ones first, then by their newest message.
    public List<Conversation> list(Caller caller) {
        return database.read(handle -> {
            Map<UUID, Message> newest = MessageStore.newest(handle, caller.userId());
            return ConversationStore.list(handle, caller.userId(), row -> unreads.over(handle, row), newest).stream()
                    .sorted(Comparator.comparing(Conversation::pinned)
                            .thenComparing(Inbox::newestAt)
                            .reversed())
                    .toList();
        });
    }

    /// @throws Problem `not_found` for an outsider
    public Conversation get(Caller caller, UUID roomId) {
        return database.read(handle -> {
            Reader reader = RoomPositions.reader(handle, caller.userId(), roomId);
            Map<UUID, Message> newest = new HashMap<>();
            MessageStore.before(handle, roomId, Long.MAX_VALUE, reader, 1)
                    .forEach(message -> newest.put(roomId, message));
            return ConversationStore.get(handle, caller.userId(), roomId, row -> unreads.over(handle, row), newest)
                    .orElseThrow(Problem::notFound);
        });
    }

    /// Changes one's own view of a room, and tells one's devices of it; answers what stands. Never blocks.
    ///
    /// @throws Problem from the answer, `not_found` for an outsider
    public CompletableFuture<UserEvent.RoomView> patch(Caller caller, UUID roomId, Patch patch) {
        return journal.submit(new ChangeView(roomId, caller, patch));
    }

    private static Instant newestAt(Conversation conversation) {
        Message message = conversation.lastMessage();
        return message == null ? conversation.createdAt() : message.createdAt();
    }
}
