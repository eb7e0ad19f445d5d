package tingting.message;

import java.util.UUID;

/// Where a member stands in a room.
///
/// @param rev the room's newest change
/// @param joinedRev the change by which they joined: what lies before it is not replayed to them
/// @param unread messages of others after the read mark; never negative
/// @param mentioned whether an unread message mentions them
/// @param visibleFrom the first seq that they may see
/// @param hidden whether it is a direct room that they have left: not in their list before its next message, but they
///     listen for that
public record RoomPosition(
        UUID roomId,
        long rev,
        long joinedRev,
        long lastSeq,
        long readSeq,
        long unread,
        boolean mentioned,
        long visibleFrom,
        boolean hidden) {}
