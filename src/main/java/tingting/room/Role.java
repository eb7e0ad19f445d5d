package tingting.room;

import java.util.Locale;
import java.util.Optional;

/// What a member may do in a room; declared from the most to the least.
public enum Role {
    OWNER,
    ADMIN,
    MEMBER;

    /// Whether this role may act on a member of that one: only downwards.
    public boolean above(Role other) {
        return compareTo(other) < 0;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> parse(String wire) {
        return switch (wire) {
            case "owner" -> Optional.of(OWNER);
            case "admin" -> Optional.of(ADMIN);
            case "member" -> Optional.of(MEMBER);
            default -> Optional.empty();
        };
    }

    static Role of(String wire) {
        return parse(wire).orElseThrow(() -> new IllegalStateException("Unknown role in the database: " + wire));
    }
}
