package tingting.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;
import tingting.room.Member;

/// Read and delivered marks, and the unread counts that follow from them: absolute, never negative, one's own and
/// recalled messages never counted. All calls block but the ones that say otherwise.
public final class Unreads {
    private static final Logger LOG = LoggerFactory.getLogger(Unreads.class);
    /// How many people's counts are read at once.
    private static final int CHUNK = 500;

    private final Database database;
    private final Bus bus;
    private final Marks marks = new Marks();
    private final Turns turns = new Turns();
    private final Signals signals;

    public Unreads(Database database, Bus bus, Signals signals) {
        this.database = database;
        this.bus = bus;
        this.signals = signals;
    }

    /// The ids of a person's rooms.
    public List<UUID> rooms(UUID userId) {
        return database.read(handle -> RoomPositions.rooms(handle, userId));
    }

    /// Where a person stands in all rooms, the one with the newest message first.
    public Standing standing(UUID userId) {
        return database.read(handle -> new Standing(
                RoomPositions.userRev(handle, userId),
                RoomPositions.newestFirst(handle, userId).stream()
                        .map(row -> marks.over(handle, row).position())
                        .toList()));
    }

    /// Moves the read mark forward, never back and never past the newest message; tells the room and one's own
    /// devices.
    ///
    /// @return what is unread in the room afterwards
    /// @throws Problem `not_found` for an outsider
    public long read(Caller caller, UUID roomId, long seq) {
        UUID userId = caller.userId();
        RoomPositions.Row row = database.read(handle -> row(handle, userId, roomId));
        long mark = Math.min(seq, row.lastSeq());
        if (mark <= row.readSeq()) {
            return row.unread();
        }
        if (marks.read(userId, roomId, mark)) {
            signals.read(roomId, userId, mark);
        }
        return tell(userId, roomId, bus::publish);
    }

    /// Counts until nobody else has told a newer count meanwhile; answers what was told.
    private long tell(UUID userId, UUID roomId, Consumer<UserEvent> receiver) {
        while (true) {
            long turn = turns.next();
            UserEvent.Unread unread = database.read(handle -> unread(handle, userId, roomId));
            if (turns.tell(turn, userId, () -> receiver.accept(new UserEvent(userId, unread)))) {
                return unread.unread();
            }
        }
    }

    /// Moves the delivered mark forward, never back and never past the newest message, and tells the room.
    ///
    /// @return what is unread in the room
    /// @throws Problem `not_found` for an outsider
    public long delivered(Caller caller, UUID roomId, long seq) {
        UUID userId = caller.userId();
        RoomPositions.Row row = database.read(handle -> row(handle, userId, roomId));
        long mark = Math.min(seq, row.lastSeq());
        if (mark > row.reached() && marks.delivered(userId, roomId, mark)) {
            signals.delivered(roomId, userId, mark);
        }
        return row.unread();
    }

    /// Writes the marks that wait.
    void writeMarks() {
        marks.write(database);
    }

    /// Tells the receipts that wait.
    void tellReceipts() {
        signals.beat();
    }

    /// Tells the counts of these rooms to those of their members who are here.
    void tell(Set<UUID> roomIds, Predicate<UUID> here, Consumer<UserEvent> receiver) {
        long turn = turns.next();
        List<RoomPositions.Row> rows = database.read(handle -> RoomPositions.in(handle, roomIds).stream()
                .filter(row -> here.test(row.userId()))
                .map(row -> marks.over(handle, row))
                .toList());
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<RoomPositions.Row> chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            Map<UUID, Long> totals = database.read(handle -> totals(
                    handle,
                    chunk.stream().map(RoomPositions.Row::userId).distinct().toList()));
            for (RoomPositions.Row row : chunk) {
                UserEvent.Unread unread = new UserEvent.Unread(
                        row.roomId(),
                        row.readSeq(),
                        row.unread(),
                        totals.getOrDefault(row.userId(), 0L),
                        row.mentioned());
                UserEvent event = new UserEvent(row.userId(), unread);
                if (!turns.tell(turn, row.userId(), () -> receiver.accept(event))) {
                    tellAgain(row, receiver);
                }
            }
        }
    }

    private void tellAgain(RoomPositions.Row row, Consumer<UserEvent> receiver) {
        try {
            tell(row.userId(), row.roomId(), receiver);
        } catch (Problem left) {
            LOG.debug("{} is no longer in {}", row.userId(), row.roomId(), left);
        }
    }

    /// Whether a room is a direct one.
    boolean isDirect(UUID roomId) {
        return database.read(handle -> RoomPositions.kind(handle, roomId))
                .filter("direct"::equals)
                .isPresent();
    }

    /// The row of a conversation list with the marks that are not written yet.
    RoomPositions.Row over(Handle handle, RoomPositions.Row row) {
        return marks.over(handle, row);
    }

    /// A member of the room with the marks that are not written yet. Never blocks.
    Member over(UUID roomId, Member member) {
        return marks.over(roomId, member);
    }

    private RoomPositions.Row row(Handle handle, UUID userId, UUID roomId) {
        return marks.over(handle, RoomPositions.of(handle, userId, roomId).orElseThrow(Problem::notFound));
    }

    private UserEvent.Unread unread(Handle handle, UUID userId, UUID roomId) {
        RoomPositions.Row row = row(handle, userId, roomId);
        return new UserEvent.Unread(
                roomId,
                row.readSeq(),
                row.unread(),
                totals(handle, List.of(userId)).getOrDefault(userId, 0L),
                row.mentioned());
    }

    private Map<UUID, Long> totals(Handle handle, List<UUID> userIds) {
        Map<UUID, Long> totals = new HashMap<>();
        for (RoomPositions.Row row : new ArrayList<>(RoomPositions.of(handle, userIds))) {
            totals.merge(row.userId(), marks.over(handle, row).unread(), Long::sum);
        }
        return totals;
    }
}
