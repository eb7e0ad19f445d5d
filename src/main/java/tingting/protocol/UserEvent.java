package tingting.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something for one person: told to each of their living connections.
///
/// @param userId for whom
public record UserEvent(UUID userId, Body body) implements Event {

    /// What is told. Each is the `data` of the event on the wire.
    public sealed interface Body {
        /// The event's name on the wire.
        String type();

        /// Whether it may be dropped for a connection that reads slowly.
        default boolean ephemeral() {
            return false;
        }
    }

    /// Absolute counts after a message or a read mark.
    ///
    /// @param totalUnread in all rooms together
    /// @param mentioned whether an unread message of the room mentions one
    public record Unread(UUID roomId, long readSeq, long unread, long totalUnread, boolean mentioned) implements Body {
        @Override
        public String type() {
            return "unread";
        }
    }

    /// `userId` is whose presence it is; `lastSeen` is null while there and where it may not be known.
    public record Presence(
            UUID userId, String status, @Nullable Instant lastSeen) implements Body {
        @Override
        public String type() {
            return "presence";
        }

        @Override
        public boolean ephemeral() {
            return true;
        }
    }

    /// How the room stands in one's own list, after another device changed it.
    public record RoomView(UUID roomId, @Nullable Instant mutedUntil, boolean pinned, boolean markedUnread)
            implements Body {
        @Override
        public String type() {
            return "room_view";
        }
    }

    /// What one has begun to write; null content when it was sent or given up.
    public record Draft(
            UUID roomId,
            @Nullable String content,
            @Nullable UUID replyTo,
            @Nullable Instant updatedAt) implements Body {
        @Override
        public String type() {
            return "draft";
        }
    }

    /// One's list of scheduled messages of a room changed; `problem` is the code of why one could not be sent.
    public record Scheduled(
            UUID roomId, UUID scheduledId, @Nullable String problem) implements Body {
        @Override
        public String type() {
            return "scheduled";
        }
    }

    /// Somebody asks to join a room that one administers.
    public record JoinRequest(UUID roomId, UUID userId) implements Body {
        @Override
        public String type() {
            return "join_request";
        }
    }

    public record RoomAdded(UUID roomId) implements Body {
        @Override
        public String type() {
            return "room_added";
        }
    }

    public record RoomRemoved(UUID roomId) implements Body {
        @Override
        public String type() {
            return "room_removed";
        }
    }

    /// `userId` is whose profile changed.
    ///
    /// @param closed whether the account is closed; its profile is empty then
    public record ProfileUpdated(
            UUID userId,
            String username,
            String displayName,
            @Nullable String avatarUrl,
            String bio,
            String statusText,

            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean closed)
            implements Body {
        @Override
        public String type() {
            return "profile_updated";
        }
    }

    /// What those in charge decided about one's own account.
    ///
    /// @param role `admin`, `moderator` or `user` of the whole server
    /// @param mutedUntil when one may write again, null for now
    public record AccountChanged(String role, @Nullable Instant mutedUntil) implements Body {
        @Override
        public String type() {
            return "account_changed";
        }
    }

    public record FriendRequest(UUID userId) implements Body {
        @Override
        public String type() {
            return "friend_request";
        }
    }

    public record FriendAccepted(UUID userId) implements Body {
        @Override
        public String type() {
            return "friend_accepted";
        }
    }

    public record FriendRemoved(UUID userId) implements Body {
        @Override
        public String type() {
            return "friend_removed";
        }
    }

    /// Every connection of that session is closed with 4401.
    public record SessionRevoked(UUID sessionId) implements Body {
        @Override
        public String type() {
            return "session_revoked";
        }
    }
}
