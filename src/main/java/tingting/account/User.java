package tingting.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.presence.Presences.Seen;

/// A public profile, as everybody may see it.
///
/// @param presence as the one who asks may see it; null where it was not asked for
public record User(
        UUID userId,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        String bio,
        String statusText,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Seen presence) {

    public User with(@Nullable Seen seen) {
        return new User(userId, username, displayName, avatarUrl, bio, statusText, seen);
    }
}
