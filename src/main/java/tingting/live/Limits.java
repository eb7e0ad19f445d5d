package tingting.live;

import java.time.Duration;

/// Bounds of living connections.
///
/// @param frameBytes the longest message a client may send, fragments together
/// @param connectionsPerUser how many connections of one user this node keeps
/// @param heartbeat time between two pings of a connection; it is closed after two without an answer
/// @param pendingBytes what may wait in one connection; above half of it ephemeral events are dropped
/// @param nodePendingBytes what may wait in all connections together
/// @param closing how long a connection may take to say goodbye before it is reset
/// @param rest how long a lane rests after a turn that flushed a crowd: see [Lane]
public record Limits(
        int frameBytes,
        int connectionsPerUser,
        Duration heartbeat,
        long pendingBytes,
        long nodePendingBytes,
        Duration closing,
        Duration rest) {
    private static final Duration USUAL_REST = Duration.ofMillis(3);

    /// With the usual rest.
    public Limits(
            int frameBytes,
            int connectionsPerUser,
            Duration heartbeat,
            long pendingBytes,
            long nodePendingBytes,
            Duration closing) {
        this(frameBytes, connectionsPerUser, heartbeat, pendingBytes, nodePendingBytes, closing, USUAL_REST);
    }

    /// The same with lanes that never rest.
    public Limits restless() {
        return new Limits(
                frameBytes, connectionsPerUser, heartbeat, pendingBytes, nodePendingBytes, closing, Duration.ZERO);
    }

    /// The limits of the contract.
    public static Limits defaults() {
        return new Limits(64 * 1024, 20, Duration.ofSeconds(25), 1 << 20, 512L << 20, Duration.ofSeconds(10));
    }
}
