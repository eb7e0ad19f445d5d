package tingting.message;

import java.util.List;

/// What a joining connection starts from.
///
/// @param userRev number of changes to one's own rooms, friends, blocks, profile and sessions
public record Standing(long userRev, List<RoomPosition> rooms) {}
