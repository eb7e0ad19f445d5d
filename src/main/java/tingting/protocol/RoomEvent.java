package tingting.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One numbered change of a room: every member sees it, in the order of `rev`, none missing and none twice.
///
/// @param rev number of the change in its room, from 1 without gaps; 0 only for [RoomCreated]
/// @param joined who becomes a member by it: they see this event and what follows
/// @param left who stops being one: they see this event and nothing after it
/// @param joinedFrom the first seq that those who join by it may see
/// @param oldestShown the oldest seq whose text the body shows, [#NOTHING_OLD] for none before the event: who may not
///     see that message is given the event [#veiled]
public record RoomEvent(
        UUID roomId, long rev, Body body, Set<UUID> joined, Set<UUID> left, long joinedFrom, long oldestShown)
        implements Event {
    /// The seq of a message that everybody in the room may see.
    public static final long NOTHING_OLD = Long.MAX_VALUE;

    /// The birth of a room with its first members.
    public static RoomEvent created(UUID roomId, Set<UUID> members) {
        return new RoomEvent(roomId, 0, new RoomCreated(), members, Set.of());
    }

    /// Somebody joins, to whom the room's messages from a seq on are shown.
    public static RoomEvent joined(UUID roomId, long rev, MemberJoined body, long visibleFrom) {
        return new RoomEvent(roomId, rev, body, Set.of(body.userId), Set.of(), visibleFrom, NOTHING_OLD);
    }

    public RoomEvent(UUID roomId, long rev, Body body, Set<UUID> joined, Set<UUID> left) {
        this(roomId, rev, body, joined, left, 0, NOTHING_OLD);
    }

    public RoomEvent(UUID roomId, long rev, Body body) {
        this(roomId, rev, body, Set.of(), Set.of());
    }

    /// The same event, whose body shows the text of an older message.
    public RoomEvent showing(long seq) {
        return new RoomEvent(roomId, rev, body, joined, left, joinedFrom, seq);
    }

    /// The event for who may not see the older message that it shows: without that text.
    public RoomEvent veiled() {
        Body less = switch (body) {
            case NewMessage(Message message) -> new NewMessage(message.withoutExcerpt());
            case MessageEdited edited ->
                new MessageEdited(edited.messageId, edited.userId, null, edited.mentions, edited.editedAt);
            default -> body;
        };
        return new RoomEvent(roomId, rev, less, joined, left, joinedFrom, NOTHING_OLD);
    }

    /// What changed. Each is the `data` of the event on the wire.
    public sealed interface Body {
        /// The event's name on the wire.
        String type();
    }

    /// The birth of a room: rev 0, before its first change. Never kept and never told to clients (they get
    /// `room_added`); it only makes its first members listen.
    public record RoomCreated() implements Body {
        @Override
        public String type() {
            return "room_created";
        }
    }

    public record NewMessage(Message message) implements Body {
        @Override
        public String type() {
            return "new_message";
        }
    }

    /// `content` is null when the message was recalled since, and for who may not see it; `userId` is who edited it.
    public record MessageEdited(
            UUID messageId, UUID userId, @Nullable String content, List<UUID> mentions, Instant editedAt)
            implements Body {
        @Override
        public String type() {
            return "message_edited";
        }
    }

    /// `userId` is who recalled it: its sender (also when its time was over), or a moderator.
    public record MessageRecalled(UUID messageId, UUID userId, Instant recalledAt) implements Body {
        @Override
        public String type() {
            return "message_recalled";
        }
    }

    public record ReactionChanged(
            UUID messageId, UUID userId, String emoji, boolean removed, List<Message.Reaction> reactions)
            implements Body {
        @Override
        public String type() {
            return "reaction";
        }
    }

    public record MessagePinned(UUID messageId, UUID userId) implements Body {
        @Override
        public String type() {
            return "message_pinned";
        }
    }

    public record MessageUnpinned(UUID messageId, UUID userId) implements Body {
        @Override
        public String type() {
            return "message_unpinned";
        }
    }

    public record MemberJoined(UUID userId, String role, Instant joinedAt, UUID byUserId) implements Body {
        @Override
        public String type() {
            return "member_joined";
        }
    }

    public record MemberLeft(UUID userId, UUID byUserId) implements Body {
        @Override
        public String type() {
            return "member_left";
        }
    }

    public record MemberRole(UUID userId, String role, UUID byUserId) implements Body {
        @Override
        public String type() {
            return "member_role";
        }
    }

    /// The room's settings, all of them.
    ///
    /// @param slowModeSeconds pause between two messages of one member, 0 for none
    /// @param messageTtlSeconds life of a message, null for unlimited
    /// @param joinApproval whether an invite only asks to join
    public record RoomUpdated(
            @Nullable String name,
            @Nullable String topic,
            @Nullable String avatarUrl,
            String history,
            int slowModeSeconds,
            @Nullable Long messageTtlSeconds,
            boolean joinApproval,
            UUID byUserId)
            implements Body {
        @Override
        public String type() {
            return "room_updated";
        }
    }
}
