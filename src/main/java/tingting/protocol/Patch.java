package tingting.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What a PATCH says of one field, in the sense of JSON Merge Patch (RFC 7396): nothing, null, or a value.
public sealed interface Patch<T> {
    /// The field is not there: it stays as it is.
    record Absent<T>() implements Patch<T> {}

    /// The field is null: its value goes.
    record Cleared<T>() implements Patch<T> {}

    /// The field's new value.
    record Value<T>(T value) implements Patch<T> {}

    /// What the field is afterwards.
    default Optional<T> applyTo(Optional<T> current) {
        return switch (this) {
            case Absent<T> _ -> current;
            case Cleared<T> _ -> Optional.empty();
            case Value<T>(T value) -> Optional.of(value);
        };
    }

    /// Reads a field of a body.
    static Patch<JsonNode> read(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            return new Absent<>();
        }
        return value.isNull() ? new Cleared<>() : new Value<>(value);
    }

    /// Reads a field of a body that is text.
    ///
    /// @throws Problem `invalid_request` when it is something else
    static Patch<String> text(JsonNode body, String field) {
        return switch (read(body, field)) {
            case Absent<JsonNode> _ -> new Absent<>();
            case Cleared<JsonNode> _ -> new Cleared<>();
            case Value<JsonNode>(JsonNode value) when value.isTextual() -> new Value<>(value.textValue());
            case Value<JsonNode> _ -> throw Problem.invalidField(field, "must be text");
        };
    }
}
