package tingting.live;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The heartbeats of a lane: every socket has its turn once in a round, a sixteenth of them at a time. One timer for
/// all. Touched only on the lane.
final class Wheel {
    private static final int SPOKES = 16;

    private final List<List<Socket>> spokes = new ArrayList<>(SPOKES);
    private int next;
    private int size;

    Wheel(EventLoop loop, Duration round) {
        for (int i = 0; i < SPOKES; i++) {
            spokes.add(new ArrayList<>());
        }
        long tick = Math.max(1, round.toMillis() / SPOKES);
        loop.scheduleAtFixedRate(this::turn, tick, tick, TimeUnit.MILLISECONDS);
    }

    /// Puts the socket on the spoke that has just had its turn: its first beat comes a full round from now.
    void add(Socket socket) {
        socket.spoke = (next + SPOKES - 1) % SPOKES;
        List<Socket> sockets = spokes.get(socket.spoke);
        socket.index = sockets.size();
        sockets.add(socket);
        size++;
    }

    void remove(Socket socket) {
        List<Socket> sockets = spokes.get(socket.spoke);
        Socket last = sockets.removeLast();
        if (last != socket) {
            sockets.set(socket.index, last);
            last.index = socket.index;
        }
        size--;
    }

    private void turn() {
        List<Socket> sockets = spokes.get(next);
        // backwards: a socket that goes swaps with one that had its turn
        for (int i = sockets.size() - 1; i >= 0; i--) {
            sockets.get(i).beat();
        }
        next = (next + 1) % SPOKES;
    }

    int size() {
        return size;
    }

    /// All sockets, for a walk during which some may go.
    List<Socket> sockets() {
        return spokes.stream().flatMap(List::stream).toList();
    }
}
