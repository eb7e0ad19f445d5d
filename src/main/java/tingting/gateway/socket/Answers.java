package tingting.gateway.socket;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.live.Payload;
import tingting.protocol.Json;
import tingting.protocol.Problem;

/// The frames that answer one client. (What all are told is in [NativeDialect].)
final class Answers {
    private Answers() {}

    static Payload ack(JsonNode id, Object data) {
        return frame(id, "ack", data);
    }

    static Payload pong(@Nullable JsonNode id) {
        return out -> write(out, json -> start(json, id, "pong"));
    }

    /// A frame with an id, where there is one.
    static Payload frame(@Nullable JsonNode id, String type, Object data) {
        return out -> write(out, json -> {
            start(json, id, type);
            json.writeFieldName("data");
            Json.MAPPER.writeValue(json, data);
        });
    }

    static Payload error(@Nullable JsonNode id, Problem problem) {
        return out -> write(out, json -> {
            start(json, id, "error");
            json.writeObjectFieldStart("error");
            json.writeStringField("code", problem.code().wire());
            json.writeStringField("message", problem.detail());
            json.writeBooleanField("retryable", problem.code().retryable());
            if (problem.retryAfter() != null) {
                json.writeNumberField("retry_after_ms", problem.retryAfter().toMillis());
            }
            json.writeEndObject();
        });
    }

    /// The room cannot be replayed: fetch it again, then go on from `rev`.
    static Payload reset(UUID roomId, long rev, long lastSeq) {
        record Reset(UUID roomId, long rev, long lastSeq) {}
        return frame(null, "reset", new Reset(roomId, rev, lastSeq));
    }

    /// One's lists have moved: fetch them again.
    static Payload reset(long userRev) {
        record Reset(long userRev) {}
        return frame(null, "reset", new Reset(userRev));
    }

    static Payload roomRemoved(UUID roomId) {
        record Removed(UUID roomId) {}
        return frame(null, "room_removed", new Removed(roomId));
    }

    private static void start(JsonGenerator json, @Nullable JsonNode id, String type) throws IOException {
        if (id != null) {
            json.writeFieldName("id");
            Json.MAPPER.writeTree(json, id);
        }
        json.writeStringField("type", type);
    }

    /// Writes the inside of an object.
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static void write(OutputStream out, Body body) throws IOException {
        try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
    }
}
