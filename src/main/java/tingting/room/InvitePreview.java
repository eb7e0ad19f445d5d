package tingting.room;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a link shows of its room to somebody who has not followed it yet.
///
/// @param joinApproval whether it only asks to join
/// @param joined whether one is a member already
/// @param requested whether one has asked already
public record InvitePreview(String code, Room room, boolean joinApproval, boolean joined, boolean requested) {

    /// As much of a room as outsiders may see.
    public record Room(
            UUID roomId,
            String kind,
            @Nullable String name,
            @Nullable String avatarUrl,
            int memberCount) {}
}
