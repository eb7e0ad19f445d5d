package tingting.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who somebody is to a provider.
///
/// @param issuer of the identity; the subject means nothing without it (OpenID Connect Core, section 5.7)
/// @param subject never given to anybody else by that issuer; names and addresses may be
/// @param email null unless the provider vouches that it is theirs
/// @param username what they are called there, null where it is not told
/// @param name of the person, null where it is not told
public record Identity(
        String issuer,
        String subject,
        @Nullable String email,
        @Nullable String username,
        @Nullable String name) {

    /// What its owner tells this identity from another by.
    public String label() {
        return Optional.ofNullable(email)
                .or(() -> Optional.ofNullable(username))
                .or(() -> Optional.ofNullable(name))
                .orElse(subject);
    }
}
