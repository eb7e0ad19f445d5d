package tingting.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an account stands with those in charge of the server.
///
/// @param mutedUntil when its owner may write again; null, or a time that is over, for now
public record AccountStanding(
        UUID userId,
        String username,
        ServerRole role,
        AccountState state,
        @Nullable Instant mutedUntil) {}
