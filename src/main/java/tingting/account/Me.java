package tingting.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One's own profile: the public one, and what only oneself sees.
///
/// @param role `admin`, `moderator` or `user` of the whole server
/// @param mutedUntil when one may write again; null, or a time that is over, for now
/// @param settings what the person's apps keep here, an object
public record Me(
        @JsonUnwrapped User user,
        @Nullable String email,
        @Nullable String phone,
        String role,
        @Nullable Instant mutedUntil,
        ObjectNode settings,
        Instant createdAt) {}
