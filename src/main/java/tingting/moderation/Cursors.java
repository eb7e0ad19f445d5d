package tingting.moderation;

import java.util.Optional;
import java.util.UUID;
import tingting.protocol.Cursor;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// Places in lists that are sorted by id, and so by time.
final class Cursors {
    private Cursors() {}

    /// @throws Problem `invalid_request` when it is none of ours
    static Optional<UUID> id(Optional<String> cursor) {
        return cursor.map(text -> Ids.parse(Cursor.read(text, 1).keys().getFirst())
                .orElseThrow(() -> Problem.invalidField("cursor", "is not a cursor of this list")));
    }
}
