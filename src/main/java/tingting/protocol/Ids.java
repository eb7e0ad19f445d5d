package tingting.protocol;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes and reads ids: UUIDs of version 7 (RFC 9562, section 5.7), which sort by the time they were made.
/// Safe from any thread.
public final class Ids {
    private final TimeBasedEpochRandomGenerator generator;

    public Ids(SecureRandom random) {
        generator = Generators.timeBasedEpochRandomGenerator(random);
    }

    /// A new id.
    public UUID next() {
        return generator.generate();
    }

    /// Reads an id that a client sent: the 36 characters of RFC 9562, section 4, in either case. Empty when it is
    /// none.
    public static Optional<UUID> parse(@Nullable String text) {
        // UUID.fromString also takes shortened groups; one id must have one spelling
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
