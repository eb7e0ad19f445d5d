package tingting.message;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Message;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// The list of one's conversations, newest first. Blocks.
public final class Inbox {
    /// What to change of one's own view of a room: null leaves it as it is, an empty `Optional` clears it.
    public record Patch(
            @Nullable Optional<Instant> mutedUntil,
            @Nullable Boolean pinned,
            @Nullable Boolean markedUnread) {}

    private final Database database;
    private final Bus bus;
    private final Unreads unreads;

    public Inbox(Database database, Bus bus, Unreads unreads) {
        this.database = database;
        this.bus = bus;
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

    /// Changes one's own view of a room, and tells one's devices of it.
    ///
    /// @throws Problem `not_found` for an outsider
    public Conversation patch(Caller caller, UUID roomId, Patch patch) {
        database.run(handle -> {
            if (!ConversationStore.patch(handle, caller.userId(), roomId, patch)) {
                throw Problem.notFound();
            }
        });
        Conversation room = get(caller, roomId);
        bus.publish(new UserEvent(
                caller.userId(),
                new UserEvent.RoomView(roomId, room.mutedUntil(), room.pinned(), room.markedUnread())));
        return room;
    }

    private static Instant newestAt(Conversation conversation) {
        Message message = conversation.lastMessage();
        return message == null ? conversation.createdAt() : message.createdAt();
    }
}
