package tingting.room;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to change of a room: null leaves it as it is, an empty `Optional` clears it.
///
/// @param history `all` or `since_join`
public record RoomPatch(
        @Nullable String name,
        @Nullable Optional<String> topic,
        @Nullable Optional<String> avatarUrl,
        @Nullable String history) {}
