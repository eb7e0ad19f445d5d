package tingting.live;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.RoomEvent;

/// One room that is live on this node: puts its changes in order and hands each once to every lane that listens.
/// Safe from any thread; never blocks for longer than it takes to hand an event over.
///
/// Where the order begins is unknown until somebody has read the room's rev from the database ([#seed]); what comes
/// before that waits. After a gap the later changes wait as well, and the [Rooms] are told to fill it.
final class Feed {
    private static final long UNKNOWN = Long.MIN_VALUE;
    /// More than this is not kept: it is read again when the gap is filled.
    private static final int WAITING = 64;

    private final UUID roomId;
    private final Rooms rooms;
    private Lane[] lanes = {};
    private long last = UNKNOWN;
    private long floor = UNKNOWN;
    private long handed = UNKNOWN;
    private long newest = UNKNOWN;
    private boolean fresh;
    private boolean filling;
    private @Nullable TreeMap<Long, RoomEvent> waiting;

    Feed(UUID roomId, Rooms rooms) {
        this.roomId = roomId;
        this.rooms = rooms;
    }

    UUID roomId() {
        return roomId;
    }

    /// Lets the lane have what is handed out from now on; answers the newest change handed out before.
    synchronized long join(Lane lane) {
        for (Lane known : lanes) {
            if (known == lane) {
                return handed;
            }
        }
        Lane[] more = Arrays.copyOf(lanes, lanes.length + 1);
        more[lanes.length] = lane;
        lanes = more;
        return handed;
    }

    /// The lane listens no more; refused while something is on its way to it, for it may make somebody join.
    synchronized void leave(Lane lane, long passed) {
        if (passed >= handed) {
            lanes = Arrays.stream(lanes).filter(other -> other != lane).toArray(Lane[]::new);
        }
    }

    synchronized boolean isUnused() {
        return lanes.length == 0;
    }

    synchronized Lane[] lanes() {
        return lanes;
    }

    /// Says that the room was at `rev` after a lane had joined; the first to say so decides. Answers where the order
    /// begins: what lies before is never handed out.
    synchronized long seed(long rev) {
        if (last == UNKNOWN) {
            fresh = waiting == null;
            last = waiting == null ? rev : Math.min(rev, waiting.firstKey() - 1);
            floor = last;
            handWaiting();
        }
        return floor;
    }

    /// Takes the change in: hands it out, drops it when it was handed out before, or keeps it until its turn.
    synchronized void accept(RoomEvent event) {
        newest = Math.max(newest, event.rev());
        if (last == UNKNOWN && !event.joined().isEmpty() && lanes.length == 0) {
            // nobody listened yet: who joins by it sees this change and what follows
            last = event.rev() - 1;
            floor = last;
        }
        if (last == UNKNOWN) {
            keep(event);
            return;
        }
        if (fresh && event.rev() <= last) {
            // it was on its way when the rev was read: who knows it skips it, but it may make others join
            last = event.rev() - 1;
        }
        fresh = false;
        if (event.rev() > last + 1 || rooms.overloaded(lanes)) {
            keep(event);
            fill();
        } else if (event.rev() == last + 1) {
            hand(event);
            handWaiting();
        }
    }

    private void keep(RoomEvent event) {
        TreeMap<Long, RoomEvent> kept = waiting == null ? waiting = new TreeMap<>() : waiting;
        if (event.rev() > last) {
            kept.put(event.rev(), event);
        }
        if (kept.size() > WAITING) {
            kept.pollLastEntry();
        }
    }

    private void handWaiting() {
        while (waiting != null && !waiting.isEmpty() && waiting.firstKey() <= last + 1) {
            RoomEvent next = waiting.pollFirstEntry().getValue();
            if (next.rev() == last + 1) {
                hand(next);
            }
        }
        if (waiting != null && waiting.isEmpty()) {
            waiting = null;
        }
        if (newest > last) {
            fill();
        }
    }

    private void fill() {
        if (!filling) {
            filling = true;
            rooms.fill(this);
        }
    }

    private void hand(RoomEvent event) {
        last = event.rev();
        if (!event.joined().isEmpty()) {
            lanes = rooms.lanesWith(lanes, event.joined());
        }
        if (lanes.length > 0) {
            handed = event.rev();
            rooms.hand(this, event, lanes);
        }
    }

    /// What a filler has read: the same as [#accept], though lanes may be busy.
    synchronized void fillIn(RoomEvent event) {
        if (event.rev() == last + 1) {
            hand(event);
        }
    }

    /// The rev after which a filler must read.
    synchronized long last() {
        return last;
    }

    /// Hands out what waited and is in turn now; answers whether nothing is missing any more, so that filling ends.
    synchronized boolean filled() {
        handWaiting();
        filling = newest > last && lanes.length > 0;
        return !filling;
    }

    /// Gives up what cannot be read: order goes on behind it. Clients notice the gap and ask for themselves.
    synchronized void giveUp() {
        last = waiting == null || waiting.isEmpty() ? newest : waiting.firstKey() - 1;
    }
}
