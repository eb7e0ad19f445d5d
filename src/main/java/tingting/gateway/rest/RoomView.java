package tingting.gateway.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.account.User;
import tingting.message.Conversation;
import tingting.message.SavedDraft;
import tingting.protocol.Message;
import tingting.room.RoomKind;

/// A room as the list of rooms shows it.
///
/// @param peer the other person of a direct room
record RoomView(
        UUID roomId,
        String kind,
        boolean isGroup,
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
        @Nullable User peer,
        @Nullable SavedDraft draft) {

    static RoomView of(Conversation room, @Nullable User peer) {
        return new RoomView(
                room.roomId(),
                room.kind().wire(),
                room.kind() != RoomKind.DIRECT,
                room.name(),
                room.topic(),
                room.avatarUrl(),
                room.history(),
                room.slowModeSeconds(),
                room.messageTtlSeconds(),
                room.joinApproval(),
                room.createdBy(),
                room.createdAt(),
                room.lastSeq(),
                room.rev(),
                room.readSeq(),
                room.unread(),
                room.mentioned(),
                room.lastMessage(),
                room.mutedUntil(),
                room.pinned(),
                room.markedUnread(),
                room.role(),
                room.memberCount(),
                peer,
                room.draft());
    }
}
