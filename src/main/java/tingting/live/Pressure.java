package tingting.live;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// What waits in all connections of the node together. Each lane looks after its own once in a while; when all of
/// them hold too much, it lets the largest go. Safe from any thread.
final class Pressure {
    private final ConcurrentMap<Lane, Long> waiting = new ConcurrentHashMap<>();
    private final long bound;

    /// @param bound in bytes; shared frames count once for each connection, so memory holds less
    Pressure(long bound) {
        this.bound = bound;
    }

    /// Counts what waits in the lane's sockets, and closes the largest until the node is within its bound. On the
    /// lane.
    void relieve(Lane lane, List<Socket> sockets) {
        long here = 0;
        for (Socket socket : sockets) {
            here += socket.pendingBytes();
        }
        waiting.put(lane, here);
        long tooMuch = waiting.values().stream().mapToLong(Long::longValue).sum() - bound;
        if (tooMuch > 0) {
            List<Socket> largest = sockets.stream()
                    .sorted(Comparator.comparingLong(Socket::pendingBytes).reversed())
                    .toList();
            for (Socket socket : largest) {
                if (tooMuch <= 0 || socket.pendingBytes() == 0) {
                    return;
                }
                tooMuch -= socket.pendingBytes();
                socket.drop();
            }
        }
    }
}
