package tingting.web;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// The parameters after the question mark, read by type and bound. An empty one counts as absent.
public final class Query {
    private final MultiMap parameters;

    Query(MultiMap parameters) {
        this.parameters = parameters;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    /// @throws Problem `invalid_request` when it is longer than `maxLength` characters
    public Optional<String> text(String name, int maxLength) {
        Optional<String> text = text(name);
        if (text.filter(value -> value.codePointCount(0, value.length()) > maxLength)
                .isPresent()) {
            throw Problem.invalidField(name, "has at most " + maxLength + " characters");
        }
        return text;
    }

    /// @throws Problem `invalid_request` when it is no number between the bounds, which belong to it
    public OptionalLong number(String name, long min, long max) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= min && value <= max) {
                return OptionalLong.of(value);
            }
        } catch (NumberFormatException notANumber) {
            throw outOfBounds(name, min, max);
        }
        throw outOfBounds(name, min, max);
    }

    /// How many items a page has: from 1 to `max`.
    public int limit(int otherwise, int max) {
        return (int) number("limit", 1, max).orElse(otherwise);
    }

    /// @throws Problem `invalid_request` when it is no id
    public Optional<UUID> id(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> id = Ids.parse(text.get());
        if (id.isEmpty()) {
            throw Problem.invalidField(name, "is not an id");
        }
        return id;
    }

    /// @throws Problem `invalid_request` when it is no RFC 3339 time
    public Optional<Instant> time(String name) {
        Optional<String> text = text(name);
        try {
            return text.map(value -> OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException notATime) {
            throw Problem.invalidField(name, "must be an RFC 3339 time");
        }
    }

    private static Problem outOfBounds(String name, long min, long max) {
        return Problem.invalidField(
                name,
                max == Long.MAX_VALUE
                        ? "is a whole number from " + min + " on"
                        : "is a whole number from " + min + " to " + max);
    }
}
