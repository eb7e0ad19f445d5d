package tingting.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an account stands with those in charge of the server.
///
/// @param reopenable whether its owner has closed it and may open it again
/// @param erased whether its owner had it erased, or that is being done: nothing is left to open
/// @param mutedUntil when its owner may write again; null, or a time that is over, for now
public record AccountStanding(
        UUID userId,
        String username,
        ServerRole role,
        AccountState state,
        boolean reopenable,
        boolean erased,
        @Nullable Instant mutedUntil) {}
