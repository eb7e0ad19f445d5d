package tingting.live;

import java.util.List;
import java.util.UUID;
import tingting.protocol.RoomEvent;

/// Reads changes that were kept. Given by the composition root; blocks, so it is called on virtual threads only.
@FunctionalInterface
public interface ChangeSource {
    /// The room's changes after `afterRev` in rev order without a gap, at most `limit`; each with who joined and who
    /// left, and with the texts as they are now.
    List<RoomEvent> changes(UUID roomId, long afterRev, int limit);
}
