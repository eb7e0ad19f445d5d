package tingting.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Message;
import tingting.room.RoomKind;

/// A room as one of its members has it in their list.
///
/// @param mentioned whether an unread message mentions one
/// @param peerId the other person of a direct room
/// @param role one's own role
/// @param draft what one has begun to write in it
public record Conversation(
        UUID roomId,
        RoomKind kind,
        @Nullable String name,
        @Nullable String topic,
        @Nullable String avatarUrl,
        String history,
        int slowModeSeconds,
        @Nullable Long messageTtlSeconds,
        boolean joinApproval,
        UUID createdBy,
        Instant createdAt,
        long lastSeq,
        long rev,
        long readSeq,
        long unread,
        boolean mentioned,
        @Nullable Message lastMessage,
        @Nullable Instant mutedUntil,
        boolean pinned,
        boolean markedUnread,
        String role,
        int memberCount,
        @Nullable UUID peerId,
        @Nullable SavedDraft draft) {}
