package tingting.protocol;

import java.util.Set;
import java.util.UUID;

/// Something passing in a room: told to who is there now, never numbered, never kept, dropped first under pressure.
///
/// @param withheld members who are not told
public record RoomSignal(UUID roomId, Body body, Set<UUID> withheld) implements Event {

    /// What is told. Each is the `data` of the event on the wire.
    public sealed interface Body {
        /// The event's name on the wire.
        String type();

        UUID userId();
    }

    public record Typing(UUID roomId, UUID userId, boolean isTyping) implements Body {
        @Override
        public String type() {
            return "typing";
        }
    }

    public record Delivered(UUID roomId, UUID userId, long seq) implements Body {
        @Override
        public String type() {
            return "delivered";
        }
    }

    public record Read(UUID roomId, UUID userId, long seq) implements Body {
        @Override
        public String type() {
            return "read";
        }
    }
}
