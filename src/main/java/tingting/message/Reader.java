package tingting.message;

import java.util.UUID;

/// Who reads messages of a room, and from which seq on they may.
record Reader(UUID userId, long visibleFrom) {}
