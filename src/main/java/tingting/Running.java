package tingting;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been started, so that it can be stopped in reverse. Belongs to one thread at a time.
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /// Stops this part before all that were added earlier.
    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /// Stops everything. A part that cannot be stopped keeps no other from it.
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.error("A part could not be stopped", e);
            }
        }
    }
}
