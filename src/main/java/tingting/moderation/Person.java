package tingting.moderation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody as those in charge see them beside something else: with their name, whatever became of the account.
public record Person(
        UUID userId,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        String role,
        String state) {}
