package tingting.live;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What is read when a connection comes. Blocks, so it is called on a virtual thread.
///
/// @param <S> a snapshot of whatever that kind of client starts from
public interface Arrival<S> {
    /// The rooms to listen to.
    Collection<UUID> rooms();

    /// Reads one consistent state, after the connection has begun to listen.
    S read();

    /// The rooms that the snapshot shows.
    Map<UUID, Place> places(S snapshot);

    /// Where a room is, and what its member may see.
    ///
    /// @param rev the room's newest change
    /// @param visibleFrom the first seq that they may see
    record Place(long rev, long visibleFrom) {}
}
