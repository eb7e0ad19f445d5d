package tingting.room;

import java.util.UUID;

/// What following an invite came to.
public sealed interface Admission {
    /// One is a member now, or was before.
    record Joined(UUID roomId) implements Admission {}

    /// One has asked, now or before; an admin has to accept.
    record Requested(UUID roomId) implements Admission {}
}
