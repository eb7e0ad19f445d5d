package tingting.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.database.Database;
import tingting.live.ChangeSource;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.room.ChangeHistory;
import tingting.room.KeptChange;

/// A room's changes as they were kept: new messages and all others, merged by rev. What they show is the current
/// state: a message recalled since has no text here.
public final class Changes implements ChangeSource {
    private static final long EVERYTHING = 0;

    private final Database database;

    public Changes(Database database) {
        this.database = database;
    }

    /// The changes after a rev, in order and without a gap. Blocks. Asks nobody whether they may see them.
    @Override
    public List<RoomEvent> after(UUID roomId, long rev, int limit) {
        return database.read(handle -> read(handle, roomId, rev, limit, EVERYTHING));
    }

    /// The same for a member; a new member's changes start at the join, and older messages show them no text.
    ///
    /// @throws Problem `not_found` for an outsider
    @Override
    public List<RoomEvent> after(Caller caller, UUID roomId, long rev, int limit) {
        return database.read(handle -> {
            long joined = RoomPositions.of(handle, caller.userId(), roomId)
                    .orElseThrow(Problem::notFound)
                    .joinedRev();
            Reader reader = RoomPositions.reader(handle, caller.userId(), roomId);
            return read(handle, roomId, Math.max(rev, joined - 1), limit, reader.visibleFrom());
        });
    }

    private static List<RoomEvent> read(Handle handle, UUID roomId, long rev, int limit, long visibleFrom) {
        List<KeptChange> kept = ChangeHistory.read(handle, roomId, rev, rev + limit);
        MessageChanges messages = MessageChanges.of(handle, kept, visibleFrom);
        List<RoomEvent> events = new ArrayList<>();
        for (KeptChange change : kept) {
            UUID messageId = change.messageId();
            events.add(messageId == null ? ChangeHistory.event(handle, change) : messages.event(change, messageId));
        }
        MessageStore.created(handle, roomId, rev, rev + limit, visibleFrom)
                .forEach(created -> events.add(created.event()));
        events.sort(Comparator.comparingLong(RoomEvent::rev));
        return events;
    }
}
