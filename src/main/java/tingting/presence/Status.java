package tingting.presence;

import java.util.Locale;
import java.util.Optional;

/// What a person says of themselves; invisible and gone look alike to others.
public enum Status {
    ONLINE,
    AWAY,
    BUSY,
    INVISIBLE;

    /// What others see of it while the person is there.
    public String seen() {
        return this == INVISIBLE ? OFFLINE : name().toLowerCase(Locale.ROOT);
    }

    static final String OFFLINE = "offline";

    public static Optional<Status> parse(String wire) {
        return switch (wire) {
            case "online" -> Optional.of(ONLINE);
            case "away" -> Optional.of(AWAY);
            case "busy" -> Optional.of(BUSY);
            case "invisible" -> Optional.of(INVISIBLE);
            default -> Optional.empty();
        };
    }
}
