package tingting.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.presence.Presences.Seen;

/// A public profile, as everybody may see it.
///
/// @param presence as the one who asks may see it; null where it was not asked for
/// @param closed whether the account is closed: then nothing but its id is left of the profile
public record User(
        UUID userId,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        String bio,
        String statusText,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Seen presence,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean closed) {
    /// What apps show that do not look at `closed`.
    private static final String NOBODY = "Former member";

    /// The profile of an active account.
    public User(
            UUID userId,
            String username,
            String displayName,
            @Nullable String avatarUrl,
            String bio,
            String statusText,
            @Nullable Seen presence) {
        this(userId, username, displayName, avatarUrl, bio, statusText, presence, false);
    }

    /// What is left of the profile of a closed account.
    static User closed(UUID userId) {
        return new User(userId, "", NOBODY, null, "", "", null, true);
    }

    public User with(@Nullable Seen seen) {
        return new User(userId, username, displayName, avatarUrl, bio, statusText, seen, closed);
    }
}
