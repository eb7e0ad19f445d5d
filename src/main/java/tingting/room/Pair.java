package tingting.room;

import java.util.UUID;

/// The two people of a direct room, in a fixed order, so that a pair has one key whoever asks.
public record Pair(UUID first, UUID second) {
    public static Pair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }

    static Pair parse(String key) {
        return new Pair(UUID.fromString(key.substring(0, 36)), UUID.fromString(key.substring(37)));
    }

    /// The room's `direct_key`.
    public String key() {
        return first + ":" + second;
    }

    public UUID other(UUID one) {
        return one.equals(first) ? second : first;
    }
}
