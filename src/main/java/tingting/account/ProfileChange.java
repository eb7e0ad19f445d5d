package tingting.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import tingting.protocol.Json;
import tingting.protocol.Patch;
import tingting.protocol.Problem;

/// What somebody wants changed of their own profile, but for the e-mail address ([EmailChanges]). A display name that
/// goes gives way to the username; settings are
/// merged one by one, and one that is null goes (RFC 7396).
public record ProfileChange(
        Patch<String> displayName,
        Patch<String> phone,
        Patch<String> bio,
        Patch<String> statusText,
        Patch<String> avatarUrl,
        Patch<JsonNode> settings) {
    static final int DISPLAY_NAME = 64;
    private static final int BIO = 500;
    private static final int STATUS_TEXT = 140;
    private static final int SETTINGS_BYTES = 16 * 1024;

    /// Reads the body of a request.
    ///
    /// @throws Problem `invalid_request` when a field is of the wrong type
    public static ProfileChange read(JsonNode body) {
        return new ProfileChange(
                Patch.text(body, "display_name"),
                Patch.text(body, "phone"),
                Patch.text(body, "bio"),
                Patch.text(body, "status_text"),
                Patch.text(body, "avatar_url"),
                Patch.read(body, "settings"));
    }

    /// The profile afterwards.
    ///
    /// @throws Problem `invalid_request` when a value is not allowed
    Me applyTo(Me me) {
        return new Me(
                applyTo(me.user()),
                me.email(),
                me.emailVerifiedAt(),
                phone.applyTo(Optional.ofNullable(me.phone()))
                        .map(text -> PhoneNumber.of(text).text())
                        .orElse(null),
                me.hasPassword(),
                me.role(),
                me.mutedUntil(),
                me.secondFactor(),
                applyTo(me.settings()),
                me.createdAt());
    }

    private User applyTo(User user) {
        return new User(
                user.userId(),
                user.username(),
                displayName
                        .applyTo(Optional.of(user.displayName()))
                        .map(text -> ProfileText.name("display_name", text, DISPLAY_NAME))
                        .orElse(user.username()),
                avatarUrl
                        .applyTo(Optional.ofNullable(user.avatarUrl()))
                        .map(text -> ProfileText.url("avatar_url", text))
                        .orElse(null),
                bio.applyTo(Optional.of(user.bio()))
                        .map(text -> ProfileText.lines("bio", text, BIO))
                        .orElse(""),
                statusText
                        .applyTo(Optional.of(user.statusText()))
                        .map(text -> ProfileText.line("status_text", text, STATUS_TEXT))
                        .orElse(""),
                user.presence());
    }

    private ObjectNode applyTo(ObjectNode current) {
        return switch (settings) {
            case Patch.Absent<JsonNode> _ -> current;
            case Patch.Cleared<JsonNode> _ -> Json.MAPPER.createObjectNode();
            case Patch.Value<JsonNode>(ObjectNode change) -> merge(current, change);
            case Patch.Value<JsonNode> _ -> throw Problem.invalidField("settings", "must be an object");
        };
    }

    private static ObjectNode merge(ObjectNode current, ObjectNode change) {
        ObjectNode merged = current.deepCopy();
        change.properties().forEach(setting -> {
            if (setting.getValue().isNull()) {
                merged.remove(setting.getKey());
            } else {
                merged.set(setting.getKey(), setting.getValue());
            }
        });
        WhoMayWrite.of(merged);
        if (Json.bytes(merged).length > SETTINGS_BYTES) {
            throw Problem.invalidField("settings", "may have at most %d bytes".formatted(SETTINGS_BYTES));
        }
        return merged;
    }
}
