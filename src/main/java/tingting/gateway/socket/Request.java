package tingting.gateway.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Problem;
import tingting.web.Fields;

/// One frame from a client: `{"id"?, "type", "data"}`.
///
/// @param id what the answer is known by, as the client wrote it; null when it wants none
record Request(@Nullable JsonNode id, String type, Fields data) {
    private static final Fields NO_DATA = new Fields(JsonNodeFactory.instance.objectNode());

    /// @throws Problem `invalid_request` when it has another shape
    static Request of(JsonNode frame) {
        if (!frame.isObject()) {
            throw Problem.invalid("A frame must be a JSON object.");
        }
        JsonNode id = idOf(frame);
        if (id == null && frame.hasNonNull("id")) {
            throw Problem.invalidField("id", "must be a string or a number");
        }
        JsonNode type = frame.get("type");
        if (type == null || !type.isTextual()) {
            throw Problem.invalidField("type", "must be a string");
        }
        JsonNode data = frame.get("data");
        if (data == null || data.isNull()) {
            return new Request(id, type.textValue(), NO_DATA);
        }
        if (!(data instanceof ObjectNode object)) {
            throw Problem.invalidField("data", "must be an object");
        }
        return new Request(id, type.textValue(), new Fields(object));
    }

    /// The id of a frame of whatever shape, null when it has none that can be answered to.
    static @Nullable JsonNode idOf(JsonNode frame) {
        JsonNode id = frame.get("id");
        return id != null && (id.isTextual() || id.isNumber()) ? id : null;
    }
}
