package tingting.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Cursor;
import tingting.protocol.Message;
import tingting.protocol.Page;
import tingting.protocol.Problem;

/// Finds messages by their words, without case and marks, in the rooms that one is in. A block hides nothing
/// that was written before it, nor does leaving a direct room. Blocks.
public final class Search {
    /// The longest query, in characters.
    public static final int LONGEST_QUERY = 200;
    /// So many rooms the index is asked for by name. Who is in more searches the whole of it; what is found
    /// in rooms of others is passed over.
    private static final int ROOMS = 64;

    /// What is looked for.
    ///
    /// @param text every word of it must occur, the last one may be a beginning
    /// @param roomId only there
    /// @param senderId only theirs
    /// @param before only what was written earlier
    public record Query(String text, Optional<UUID> roomId, Optional<UUID> senderId, Optional<Instant> before) {}

    /// A message, and the part of it that shows why it was found.
    public record Hit(Message message, List<Snippet.Part> snippet) {}

    private final Database database;
    private final SearchStore store;

    public Search(Database database) {
        this.database = database;
        this.store = new SearchStore(database.dialect());
    }

    /// What was found, the newest message first. Nothing, when there is no letter or digit in the query.
    ///
    /// @throws Problem `not_found` when the room is not one of the caller's
    public Page<Hit> find(Caller caller, Query query, int limit, Optional<String> cursor) {
        Optional<Sought> sought = Sought.in(query.text());
        long before = Math.min(
                query.before().map(Search::place).orElse(Long.MAX_VALUE),
                cursor.map(Search::place).orElse(Long.MAX_VALUE));
        return database.read(handle -> {
            List<UUID> roomIds = rooms(handle, caller, query.roomId());
            if (sought.isEmpty() || roomIds.isEmpty()) {
                return Page.all(List.of());
            }
            String words = store.query(
                    sought.get(),
                    roomIds.size() > ROOMS ? List.of() : roomIds,
                    query.senderId().stream().toList());
            List<SearchStore.Found> found = store.find(handle, caller.userId(), words, before, limit + 1);
            Map<UUID, Message> messages = MessageStore.byId(
                    handle, found.stream().map(SearchStore.Found::messageId).toList(), caller.userId());
            return Page.of(found, limit, place -> Cursor.of(String.valueOf(place.place())))
                    .map(place -> hit(Objects.requireNonNull(messages.get(place.messageId())), sought.get()));
        });
    }

    private static Hit hit(Message message, Sought sought) {
        return new Hit(message, Snippet.of(Objects.requireNonNullElse(message.content(), ""), sought));
    }

    /// The rooms to search; of very many only the first.
    private List<UUID> rooms(Handle handle, Caller caller, Optional<UUID> roomId) {
        if (roomId.isPresent()) {
            RoomPositions.reader(handle, caller.userId(), roomId.get());
            return List.of(roomId.get());
        }
        return store.rooms(handle, caller.userId(), ROOMS + 1);
    }

    private static long place(Instant before) {
        return before.isBefore(SearchStore.END) ? SearchStore.place(before.toEpochMilli()) : Long.MAX_VALUE;
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(Cursor.read(cursor, 1).keys().getFirst());
        } catch (NumberFormatException foreign) {
            throw Problem.invalidField("cursor", "is not a cursor of this list");
        }
    }
}
