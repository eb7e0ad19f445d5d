package tingting.gateway.socket;

import java.time.Duration;

/// Bounds of what native clients may send.
///
/// @param messagesPerSecond how many messages a session may send, in the long run
/// @param messageBurst how many at once
/// @param framesPerSecond how many frames of any type a connection may send; beyond it is flooding
/// @param signIn how long a new socket may take to authenticate
/// @param hold how long live events wait for a client to resume
public record SocketLimits(
        int messagesPerSecond, int messageBurst, int framesPerSecond, Duration signIn, Duration hold) {

    /// The limits of the contract.
    public static SocketLimits defaults() {
        return new SocketLimits(30, 60, 600, Duration.ofSeconds(10), Duration.ofSeconds(2));
    }
}
