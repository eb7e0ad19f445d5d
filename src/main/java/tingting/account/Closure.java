package tingting.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account that its owner has closed.
///
/// @param eraseAt when all of it goes for good; null when it only rests
/// @param recallMessages whether its messages go with it
public record Closure(UUID userId, @Nullable Instant eraseAt, boolean recallMessages) {}
