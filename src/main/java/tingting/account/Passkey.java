package tingting.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey that opens an account, as its owner sees it.
///
/// @param lastUsedAt when somebody last signed in with it, if anybody has
public record Passkey(
        UUID passkeyId,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
