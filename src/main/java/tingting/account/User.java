package tingting.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A public profile, as everybody may see it.
///
/// @param presence as the one who asks may see it; null where it is not told
public record User(
        UUID userId,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        String bio,
        String statusText,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Presence presence) {

    /// @param status `online`, `away`, `busy` or `offline`
    /// @param lastSeen null while there, and where it may not be known
    public record Presence(String status, @Nullable Instant lastSeen) {}

    public User with(@Nullable Presence seen) {
        return new User(userId, username, displayName, avatarUrl, bio, statusText, seen);
    }
}
