package tingting.live;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;

/// The rooms that are live on this node, and the filling of their gaps. Safe from any thread.
final class Rooms {
    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    /// How long a change that came early waits for the one before it.
    private static final Duration GRACE = Duration.ofMillis(50);

    private static final int PAGE = 100;
    private static final int TRIES = 40;

    private final ConcurrentHashMap<UUID, Feed> feeds = new ConcurrentHashMap<>();
    private final List<Dialect> dialects;
    private final ChangeSource source;
    private final Roster roster;

    Rooms(List<Dialect> dialects, ChangeSource source, Roster roster) {
        this.dialects = dialects;
        this.source = source;
        this.roster = roster;
    }

    void deliver(RoomEvent event) {
        if (event.joined().isEmpty() || !roster.hasAny(event.joined())) {
            Feed feed = feeds.get(event.roomId());
            if (feed != null) {
                feed.accept(event);
            }
            return;
        }
        // who joins makes the room live here: the feed must not be dropped meanwhile
        feeds.compute(event.roomId(), (roomId, known) -> {
            Feed feed = known == null ? new Feed(roomId, this) : known;
            feed.accept(event);
            return feed.isUnused() ? null : feed;
        });
    }

    void deliver(RoomSignal signal) {
        Feed feed = feeds.get(signal.roomId());
        if (feed == null) {
            return;
        }
        Lane[] lanes = feed.lanes();
        Broadcast broadcast = new Broadcast(signal, dialects, lanes.length);
        for (Lane lane : lanes) {
            lane.execute(() -> lane.tellRoom(signal, broadcast));
        }
    }

    /// Makes the lane part of the room; on the lane.
    Audience join(UUID roomId, Lane lane) {
        Audience[] audience = new Audience[1];
        feeds.compute(roomId, (id, known) -> {
            Feed feed = known == null ? new Feed(id, this) : known;
            audience[0] = new Audience(feed, feed.join(lane));
            return feed;
        });
        return audience[0];
    }

    /// Nobody on the lane listens any more, which has passed the change `passed`; on the lane.
    void leave(Feed feed, Lane lane, long passed) {
        feeds.computeIfPresent(feed.roomId(), (id, known) -> {
            if (known == feed) {
                feed.leave(lane, passed);
            }
            return known.isUnused() ? null : known;
        });
    }

    void hand(Feed feed, RoomEvent event, Lane[] lanes) {
        Broadcast broadcast = new Broadcast(event, dialects, lanes.length);
        for (Lane lane : lanes) {
            lane.execute(() -> lane.pass(feed, event, broadcast));
        }
    }

    Lane[] lanesWith(Lane[] lanes, Set<UUID> joined) {
        return roster.lanes(lanes, joined);
    }

    /// Whether a lane has so much to do that changes had better wait in the database.
    boolean overloaded(Lane[] lanes) {
        for (Lane lane : lanes) {
            if (lane.isOverloaded()) {
                return true;
            }
        }
        return false;
    }

    /// Reads what the feed misses, from the grace on until nothing is missing.
    void fill(Feed feed) {
        Thread.ofVirtual().name("fill-" + feed.roomId()).start(() -> {
            for (int vain = 0; ; ) {
                if (!pause()) {
                    return;
                }
                if (feed.filled()) {
                    return;
                }
                if (overloaded(feed.lanes())) {
                    continue;
                }
                vain = readPages(feed) ? 0 : vain + 1;
                if (vain == TRIES) {
                    LOG.error("room {}: changes after {} cannot be read, going on without", feed.roomId(), feed.last());
                    feed.giveUp();
                }
            }
        });
    }

    private static boolean pause() {
        try {
            Thread.sleep(GRACE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Answers whether anything came.
    private boolean readPages(Feed feed) {
        boolean any = false;
        List<RoomEvent> page;
        do {
            try {
                page = source.after(feed.roomId(), feed.last(), PAGE);
            } catch (RuntimeException e) {
                LOG.warn("room {}: missing changes could not be read, trying again", feed.roomId(), e);
                return any;
            }
            page.forEach(feed::fillIn);
            any |= !page.isEmpty();
        } while (page.size() == PAGE && !overloaded(feed.lanes()));
        return any;
    }

    int size() {
        return feeds.size();
    }
}
