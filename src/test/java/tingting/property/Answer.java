package tingting.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Set;
import tingting.protocol.Json;

/// What came of a request, on either transport.
///
/// @param error its code, empty when it succeeded
record Answer(JsonNode data, String error) {
    private static final int SHOWN = 200;

    /// Of what needs no request.
    static final Answer NOTHING_ASKED = new Answer(MissingNode.getInstance(), "");

    /// What one may be told who asks for something that is not, or not for them.
    private static final Set<String> REFUSALS = Set.of("forbidden", "not_found", "conflict", "invalid_request");

    /// @param frame an `ack` or an `error`
    static Answer of(JsonNode frame) {
        return new Answer(frame.path("data"), frame.path("error").path("code").asText()).checked();
    }

    static Answer of(HttpResponse<byte[]> answer) {
        JsonNode body = Json.parse(answer.body().length == 0 ? new byte[] {'{', '}'} : answer.body());
        return new Answer(
                        body, answer.statusCode() < 300 ? "" : body.path("code").asText())
                .checked();
    }

    private Answer checked() {
        if (!error.isEmpty() && !REFUSALS.contains(error)) {
            throw new AssertionError("refused with " + error);
        }
        return this;
    }

    boolean succeeded() {
        return error.isEmpty();
    }

    @Override
    public String toString() {
        String text = succeeded() ? data.toString() : error;
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
