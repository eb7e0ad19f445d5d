package tingting.gateway.socket;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Keeps the requests of one connection in order: while one blocks, the later ones wait here, and beyond a bound in
/// the client's own buffers. Touched only on the lane.
final class Inbox {
    private static final int WAITING_MOST = 64;

    private final Client client;
    private @Nullable Queue<Request> waiting;
    private boolean busy;

    Inbox(Client client) {
        this.client = client;
    }

    void put(Request request) {
        if (!busy) {
            client.take(request);
            return;
        }
        Queue<Request> queue = waiting == null ? waiting = new ArrayDeque<>() : waiting;
        queue.add(request);
        if (queue.size() == WAITING_MOST) {
            client.reading(false);
        }
    }

    /// From now on requests wait.
    void block() {
        busy = true;
    }

    /// The one that blocked is done: the next ones have their turn.
    void unblock() {
        busy = false;
        while (!busy && waiting != null) {
            Request next = waiting.poll();
            if (next == null) {
                waiting = null;
                client.reading(true);
            } else {
                client.take(next);
            }
        }
    }
}
