package tingting.moderation;

import java.util.Optional;
import tingting.room.RoomKind;

/// Which rooms are asked for.
///
/// @param words that the name has somewhere
public record RoomFilter(Optional<String> words, Optional<RoomKind> kind) {}
