package tingting.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Event;
import tingting.protocol.RoomEvent;

/// One event on its way to several lanes, encoded at most once per dialect, by the lane that needs it first; once more
/// for those who may not see all of it, where there are any. The frames are released when the last lane has passed it.
final class Broadcast {
    private final Event event;
    private final List<Dialect> dialects;
    /// By dialect, then again by dialect the veiled ones.
    private final AtomicReferenceArray<@Nullable Frame> frames;
    private final AtomicInteger lanes;

    Broadcast(Event event, List<Dialect> dialects, int lanes) {
        this.event = event;
        this.dialects = dialects;
        this.frames = new AtomicReferenceArray<>(2 * dialects.size());
        this.lanes = new AtomicInteger(lanes);
    }

    Event event() {
        return event;
    }

    /// The event in that dialect; empty frames are not to be sent. Valid until this lane has called [#passed].
    Frame in(int dialect) {
        Frame frame = frames.get(dialect);
        return frame != null ? frame : encode(dialect, dialect, event);
    }

    /// The same for who may not see the older message that the event shows.
    Frame veiledIn(int dialect) {
        int place = dialects.size() + dialect;
        Frame frame = frames.get(place);
        return frame != null ? frame : encode(place, dialect, event instanceof RoomEvent room ? room.veiled() : event);
    }

    private synchronized Frame encode(int place, int dialect, Event what) {
        Frame frame = frames.get(place);
        if (frame == null) {
            frame = Frame.text(out -> dialects.get(dialect).encode(what, out));
            frames.set(place, frame);
        }
        return frame;
    }

    /// Called once by each lane, when it needs the frames no more.
    void passed() {
        if (lanes.decrementAndGet() == 0) {
            for (int i = 0; i < frames.length(); i++) {
                Frame frame = frames.get(i);
                if (frame != null) {
                    frame.release();
                }
            }
        }
    }
}
