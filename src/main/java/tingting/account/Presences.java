package tingting.account;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Who is there, as one person may see it. Never blocks; safe from any thread.
@FunctionalInterface
public interface Presences {
    /// The presence of those whose presence is told; the others are left out.
    Map<UUID, User.Presence> seenBy(UUID viewer, Collection<UUID> people);
}
