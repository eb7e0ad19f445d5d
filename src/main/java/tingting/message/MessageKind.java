package tingting.message;

import java.util.Locale;
import java.util.Optional;

/// What a message is, which decides what it must carry.
public enum MessageKind {
    TEXT,
    EMOJI,
    IMAGE,
    FILE,
    AUDIO,
    VIDEO,
    STICKER,
    LOCATION;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessageKind> parse(String wire) {
        for (MessageKind kind : values()) {
            if (kind.wire().equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Whether it is nothing without words; the others are nothing without a file.
    boolean needsContent() {
        return switch (this) {
            case TEXT, EMOJI, LOCATION -> true;
            case IMAGE, FILE, AUDIO, VIDEO, STICKER -> false;
        };
    }
}
