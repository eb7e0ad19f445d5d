package tingting.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// The `data` of a request, read field by field. A field that is null counts as missing.
///
/// Every reader throws [Problem] `invalid_request` with the field's name when it is missing or of another type.
record Fields(JsonNode data) {
    private @Nullable JsonNode find(String name) {
        JsonNode field = data.get(name);
        return field == null || field.isNull() ? null : field;
    }

    private JsonNode get(String name) {
        JsonNode field = find(name);
        if (field == null) {
            throw Problem.invalidField(name, "is missing");
        }
        return field;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    Optional<String> optionalText(String name) {
        JsonNode field = find(name);
        if (field == null) {
            return Optional.empty();
        }
        if (!field.isTextual()) {
            throw Problem.invalidField(name, "must be a string");
        }
        return Optional.of(field.textValue());
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> Problem.invalidField(name, "is missing"));
    }

    boolean flag(String name) {
        JsonNode field = get(name);
        if (!field.isBoolean()) {
            throw Problem.invalidField(name, "must be true or false");
        }
        return field.booleanValue();
    }

    /// A whole number that is not negative.
    long number(String name) {
        return number(name, get(name));
    }

    private static long number(String name, JsonNode field) {
        if (!field.isIntegralNumber() || !field.canConvertToLong() || field.longValue() < 0) {
            throw Problem.invalidField(name, "must be a whole number, 0 or more");
        }
        return field.longValue();
    }

    Optional<UUID> optionalId(String name) {
        JsonNode field = find(name);
        return field == null ? Optional.empty() : Optional.of(id(name, field));
    }

    UUID id(String name) {
        return id(name, get(name));
    }

    private static UUID id(String name, JsonNode field) {
        return Ids.parse(field.textValue()).orElseThrow(() -> Problem.invalidField(name, "must be an id"));
    }

    /// A list of ids, at most `most`; empty when missing.
    List<UUID> ids(String name, int most) {
        JsonNode field = find(name);
        if (field == null) {
            return List.of();
        }
        if (!field.isArray() || field.size() > most) {
            throw Problem.invalidField(name, "must be a list of at most " + most + " ids");
        }
        List<UUID> ids = new ArrayList<>(field.size());
        field.forEach(id -> ids.add(id(name, id)));
        return ids;
    }

    /// Whole numbers by id.
    List<RoomRev> revs(String name) {
        JsonNode field = get(name);
        if (!field.isObject()) {
            throw Problem.invalidField(name, "must be an object of room_id: rev");
        }
        List<RoomRev> revs = new ArrayList<>(field.size());
        field.properties()
                .forEach(entry -> revs.add(new RoomRev(
                        Ids.parse(entry.getKey())
                                .orElseThrow(() -> Problem.invalidField(name, "has a key that is no id")),
                        number(name, entry.getValue()))));
        return revs;
    }

    /// How far a client has come in one room.
    record RoomRev(UUID roomId, long rev) {}
}
