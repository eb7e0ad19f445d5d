package tingting.account;

import org.jspecify.annotations.Nullable;

/// What somebody signs up with, as they typed it.
public record Registration(
        String username,
        String password,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String displayName) {}
