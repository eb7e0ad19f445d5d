package tingting.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import tingting.database.Database;
import tingting.protocol.Problem;

/// In which room a message is: it never changes rooms. Whether the caller may know of it is decided later, in the
/// journal.
public final class MessageRooms {
    private final Database database;
    private final Cache<UUID, UUID> rooms =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public MessageRooms(Database database) {
        this.database = database;
    }

    /// Blocks.
    ///
    /// @throws Problem `not_found` when there is no such message
    UUID of(UUID messageId) {
        UUID known = rooms.getIfPresent(messageId);
        if (known != null) {
            return known;
        }
        UUID found =
                database.read(handle -> MessageStore.roomOf(handle, messageId)).orElseThrow(Problem::notFound);
        rooms.put(messageId, found);
        return found;
    }
}
