package tingting.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.room.ChangeHistory;

/// A room's changes as they were kept: new messages and all others, merged by rev. What they show is the current
/// state: a message recalled since has no text here.
public final class Changes {
    private final Database database;

    public Changes(Database database) {
        this.database = database;
    }

    /// The changes after a rev, in order and without a gap. Blocks. Asks nobody whether they may see them.
    public List<RoomEvent> after(UUID roomId, long rev, int limit) {
        return database.read(handle -> {
            List<RoomEvent> events = new ArrayList<>(ChangeHistory.read(handle, roomId, rev, rev + limit));
            MessageStore.created(handle, roomId, rev, rev + limit)
                    .forEach(created -> events.add(
                            new RoomEvent(roomId, created.rev(), new RoomEvent.NewMessage(created.message()))));
            events.sort(Comparator.comparingLong(RoomEvent::rev));
            return events;
        });
    }

    /// The same for a member; a new member's changes start at the join.
    ///
    /// @throws Problem `not_found` for an outsider
    public List<RoomEvent> after(Caller caller, UUID roomId, long rev, int limit) {
        long joined = database.read(handle -> RoomPositions.of(handle, caller.userId(), roomId))
                .orElseThrow(Problem::notFound)
                .joinedRev();
        return after(roomId, Math.max(rev, joined - 1), limit);
    }
}
