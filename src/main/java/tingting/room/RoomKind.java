package tingting.room;

import java.util.Locale;
import java.util.Optional;

/// What a conversation is.
public enum RoomKind {
    /// Exactly two people; one room a pair.
    DIRECT,
    GROUP,
    /// Many readers; only its owner and admins write.
    CHANNEL;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RoomKind> parse(String wire) {
        return switch (wire) {
            case "direct" -> Optional.of(DIRECT);
            case "group" -> Optional.of(GROUP);
            case "channel" -> Optional.of(CHANNEL);
            default -> Optional.empty();
        };
    }

    static RoomKind of(String wire) {
        return parse(wire).orElseThrow(() -> new IllegalStateException("Unknown kind in the database: " + wire));
    }
}
