package tingting.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tingting.protocol.Ids;
import tingting.protocol.Patch;
import tingting.protocol.Problem;
import tingting.protocol.Text;

/// The fields of a JSON object that a client sent, read by type. One that is missing, of another type or out of its
/// bounds is a [Problem] `invalid_request` that names it; in an optional one, null counts as missing.
public final class Fields {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final ObjectNode object;

    public Fields(ObjectNode object) {
        this.object = object;
    }

    /// The object itself, for what has no type of its own.
    public ObjectNode object() {
        return object;
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public String string(String name) {
        return optionalString(name).orElseThrow(missing(name));
    }

    /// @param maxLength in characters
    public String string(String name, int maxLength) {
        return optionalString(name, maxLength).orElseThrow(missing(name));
    }

    public Optional<String> optionalString(String name) {
        return optional(name).map(value -> text(name, value));
    }

    /// @param maxLength in characters
    public Optional<String> optionalString(String name, int maxLength) {
        Optional<String> text = optionalString(name);
        if (text.filter(value -> value.codePointCount(0, value.length()) > maxLength)
                .isPresent()) {
            throw Problem.invalidField(name, "has at most " + maxLength + " characters");
        }
        return text;
    }

    /// What a PATCH says of a text.
    public Patch<String> patch(String name) {
        return Patch.text(object, name);
    }

    public UUID id(String name) {
        return optionalId(name).orElseThrow(missing(name));
    }

    public Optional<UUID> optionalId(String name) {
        return optional(name).map(value -> id(name, value));
    }

    /// Different ids, in the order in which they were sent; none when the field is missing.
    public Set<UUID> ids(String name, int max) {
        Set<UUID> ids = new LinkedHashSet<>();
        list(name, max, "ids").forEach(value -> ids.add(id(name, value)));
        return ids;
    }

    /// Objects in the order in which they were sent; none when the field is missing.
    public List<Fields> objects(String name, int max) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : list(name, max, "objects")) {
            if (!(value instanceof ObjectNode entry)) {
                throw Problem.invalidField(name, "must be a list of objects");
            }
            objects.add(new Fields(entry));
        }
        return objects;
    }

    private Iterable<JsonNode> list(String name, int max, String what) {
        JsonNode list = object.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw Problem.invalidField(name, "must be a list of " + what);
        }
        if (list.size() > max) {
            throw Problem.invalidField(name, "has at most " + max + " entries");
        }
        return list;
    }

    /// @param min the least that is allowed
    /// @param max the most that is allowed
    public long number(String name, long min, long max) {
        return optionalNumber(name, min, max).orElseThrow(missing(name));
    }

    /// As [#number], empty when it is missing.
    public Optional<Long> optionalNumber(String name, long min, long max) {
        return optional(name).map(value -> {
            if (!value.isIntegralNumber()
                    || !value.canConvertToLong()
                    || value.longValue() < min
                    || value.longValue() > max) {
                throw Problem.invalidField(
                        name, "must be a whole number from " + min + (max == Long.MAX_VALUE ? " on" : " to " + max));
            }
            return value.longValue();
        });
    }

    /// A time as RFC 3339 (section 5.6) writes it, with a year of four digits.
    public Instant time(String name) {
        return optionalTime(name).orElseThrow(missing(name));
    }

    public Optional<Instant> optionalTime(String name) {
        return optionalString(name).map(text -> {
            try {
                Instant time = OffsetDateTime.parse(text).toInstant();
                if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                    return time.truncatedTo(ChronoUnit.MILLIS);
                }
            } catch (DateTimeParseException e) {
                throw notATime(name);
            }
            throw notATime(name);
        });
    }

    private static Problem notATime(String name) {
        return Problem.invalidField(name, "must be an RFC 3339 time");
    }

    public boolean flag(String name) {
        return optionalFlag(name).orElseThrow(missing(name));
    }

    public Optional<Boolean> optionalFlag(String name) {
        return optional(name).map(value -> {
            if (!value.isBoolean()) {
                throw Problem.invalidField(name, "must be true or false");
            }
            return value.booleanValue();
        });
    }

    private Optional<JsonNode> optional(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw Problem.invalidField(name, "must be text");
        }
        return Text.requireStorable(name, value.textValue());
    }

    private static UUID id(String name, JsonNode value) {
        return Ids.parse(value.textValue()).orElseThrow(() -> Problem.invalidField(name, "is not an id"));
    }

    private static Supplier<Problem> missing(String name) {
        return () -> Problem.invalidField(name, "is missing");
    }
}
