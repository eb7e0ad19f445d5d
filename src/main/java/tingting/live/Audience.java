package tingting.live;

import java.util.ArrayList;
import java.util.List;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;

/// Who listens in one room on one lane. Touched only on that lane.
final class Audience {
    private final Feed feed;
    private final List<Listener> listeners = new ArrayList<>(2);
    private long handed;
    private long floor;

    /// @param handed the newest change that the feed gave to lanes before this one began to listen
    Audience(Feed feed, long handed) {
        this.feed = feed;
        this.handed = handed;
    }

    Feed feed() {
        return feed;
    }

    /// The newest change that the feed handed out and this lane has passed.
    long handed() {
        return handed;
    }

    /// The newest change that a listener must have before it goes live.
    long passed() {
        return Math.max(handed, floor);
    }

    /// Notes where the feed begins: what lies before it never comes this way.
    void floor(long rev) {
        floor = rev;
    }

    boolean isEmpty() {
        return listeners.isEmpty();
    }

    void add(Listener listener) {
        listener.index = listeners.size();
        listeners.add(listener);
    }

    void remove(Listener listener) {
        Listener last = listeners.removeLast();
        if (last != listener) {
            listeners.set(listener.index, last);
            last.index = listener.index;
        }
        listener.index = -1;
    }

    /// Gives the change to all who may hear it.
    void pass(RoomEvent event, Broadcast broadcast) {
        handed = event.rev();
        // backwards: a listener that is removed meanwhile (too slow) swaps with one that had its turn
        for (int i = listeners.size() - 1; i >= 0; i--) {
            Listener listener = listeners.get(i);
            if (listener.hears(event.rev())) {
                Connection connection = listener.connection;
                connection.write(
                        listener.sees(event.oldestShown())
                                ? broadcast.in(connection.dialect())
                                : broadcast.veiledIn(connection.dialect()));
            }
        }
    }

    /// Tells a passing thing to who is live, except those from whom it is withheld.
    void tell(RoomSignal signal, Broadcast broadcast) {
        for (int i = listeners.size() - 1; i >= 0; i--) {
            Connection connection = listeners.get(i).connection;
            if (listeners.get(i).isLive()
                    && !signal.withheld().contains(connection.caller().userId())) {
                connection.writeEphemeral(broadcast.in(connection.dialect()));
            }
        }
    }
}
