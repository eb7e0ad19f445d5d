package tingting.live;

import java.util.List;
import java.util.UUID;
import tingting.protocol.Caller;
import tingting.protocol.RoomEvent;

/// Reads changes that were kept. Given by the composition root; blocks, so it is called on virtual threads only.
@FunctionalInterface
public interface ChangeSource {
    /// The room's changes after `rev` in rev order without a gap, at most `limit`; each with who joined and who left,
    /// and with the texts as they are now: for everybody who is there.
    List<RoomEvent> after(UUID roomId, long rev, int limit);

    /// The same for one member, with no more text than they may see.
    ///
    /// @throws Problem `not_found` when they are none any more
    default List<RoomEvent> after(Caller reader, UUID roomId, long rev, int limit) {
        return after(roomId, rev, limit);
    }
}
