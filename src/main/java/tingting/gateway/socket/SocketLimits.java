package tingting.gateway.socket;

import java.time.Duration;
import tingting.limits.Limit;

/// Bounds of one native socket; what its session may ask is counted by [tingting.limits.Pace].
///
/// @param frames of any type that it may send; beyond it is flooding
/// @param signIn how long a new socket may take to authenticate
/// @param hold how long live events wait for a client to resume
public record SocketLimits(Limit frames, Duration signIn, Duration hold) {

    /// The limits of the contract.
    public static SocketLimits defaults() {
        return new SocketLimits(frames(600), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    /// So many frames a second, and as many at once.
    public static Limit frames(int perSecond) {
        return Limit.perSecond("frames", perSecond, perSecond);
    }
}
