package tingting.room;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A group or channel to be made; `memberIds` beside its creator.
public record RoomDraft(
        RoomKind kind,
        String name,
        @Nullable String topic,
        @Nullable String avatarUrl,
        Set<UUID> memberIds) {}
