package tingting.room;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to change of a room: null leaves it as it is, an empty `Optional` clears it.
///
/// @param history `all` or `since_join`
/// @param slowModeSeconds pause between two messages of one member, 0 for none
/// @param messageTtlSeconds life of a message, empty for unlimited
/// @param joinApproval whether an invite only asks to join
public record RoomPatch(
        @Nullable String name,
        @Nullable Optional<String> topic,
        @Nullable Optional<String> avatarUrl,
        @Nullable String history,
        @Nullable Integer slowModeSeconds,
        @Nullable Optional<Long> messageTtlSeconds,
        @Nullable Boolean joinApproval) {

    /// Whether it speaks of nothing but how long messages live.
    boolean concernsLifeOnly() {
        return name == null
                && topic == null
                && avatarUrl == null
                && history == null
                && slowModeSeconds == null
                && joinApproval == null;
    }
}
