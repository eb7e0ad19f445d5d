package tingting.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tingting.notice.Language;

/// One's own profile: the public one, and what only oneself sees.
///
/// @param emailVerifiedAt when a code that was sent to the e-mail address came back; null while it is only claimed
/// @param hasPassword whether one can sign in with a password, not with a provider alone
/// @param role `admin`, `moderator` or `user` of the whole server
/// @param mutedUntil when one may write again; null, or a time that is over, for now
/// @param secondFactor whether signing in asks for a code as well
/// @param settings what the person's apps keep here, an object
public record Me(
        @JsonUnwrapped User user,
        @Nullable String email,
        @Nullable Instant emailVerifiedAt,
        @Nullable String phone,
        boolean hasPassword,
        String role,
        @Nullable Instant mutedUntil,
        boolean secondFactor,
        ObjectNode settings,
        Instant createdAt) {

    /// What the server speaks with this person: their setting `language`, else what their browser asks for.
    ///
    /// @param accepted the `Accept-Language` header, or nothing
    Language language(String accepted) {
        return Language.of(Optional.ofNullable(settings.path("language").textValue()), accepted);
    }
}
