package tingting.live;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import tingting.protocol.Event;

/// How one kind of client is told things. What it writes is shared by all its clients, so it never depends on who
/// reads. Called on any lane.
public interface Dialect {
    /// Writes the event's frame; writes nothing when this kind of client is not told of it.
    void encode(Event event, OutputStream out) throws IOException;

    /// Writes the advice to reconnect elsewhere within `grace`; nothing when there is no such advice.
    void encodeDrain(Duration grace, OutputStream out) throws IOException;
}
