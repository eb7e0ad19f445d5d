package tingting.limits;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import tingting.protocol.Problem;

/// How fast one session may ask, and one address that has none: the same whichever way the requests come in. Safe
/// from any thread; never blocks, so that lanes may ask: each node counts what it does itself.
public final class Pace {
    /// The kinds of work that are counted apart from each other.
    public enum Work {
        /// What only looks.
        READ,
        /// What changes something.
        WRITE,
        /// A message.
        SEND,
        /// What is done for those who have not signed in.
        SIGNED_OUT
    }

    private final Limiter limiter;
    private final Map<Work, Limit> limits;

    /// @param limiter with its buckets in memory
    /// @param limits of the kinds that have one
    public Pace(Limiter limiter, Map<Work, Limit> limits) {
        this.limiter = limiter;
        this.limits = Map.copyOf(limits);
    }

    /// Lets everybody do as they like.
    public static Pace unlimited() {
        return new Pace(Limiter.inMemory(InstantSource.system()), Map.of());
    }

    /// @param who the id of a session, or the network of an address
    /// @throws Problem `rate_limited` when it was too much
    public void require(Work work, Object who) {
        Limit limit = limits.get(work);
        Duration wait =
                limit == null ? Duration.ZERO : limiter.meter(limit, who).take();
        if (!wait.isZero()) {
            throw Problem.rateLimited(wait);
        }
    }
}
