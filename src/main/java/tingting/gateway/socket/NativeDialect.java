package tingting.gateway.socket;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import tingting.live.Dialect;
import tingting.protocol.Event;
import tingting.protocol.Json;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;
import tingting.protocol.UserEvent;

/// What native clients are told, once for all of them: `{"type", "room_id", "rev", "data"}` for changes, without
/// `rev` for what passes, without `room_id` for what concerns one user.
///
/// This is the hot path of encoding: one pass of a Jackson generator into the frame's own buffer.
public final class NativeDialect implements Dialect {
    @Override
    public void encode(Event event, OutputStream out) throws IOException {
        if (event instanceof RoomEvent change && change.body() instanceof RoomEvent.RoomCreated) {
            return; // it only makes members listen; they are told `room_added`
        }
        Answers.write(out, json -> {
            switch (event) {
                case RoomEvent change -> {
                    RoomEvent.Body body = change.body();
                    head(json, body.type(), change.roomId());
                    json.writeNumberField("rev", change.rev());
                    data(json, body instanceof RoomEvent.NewMessage(var message) ? message : body);
                }
                case RoomSignal signal -> {
                    head(json, signal.body().type(), signal.roomId());
                    data(json, signal.body());
                }
                case UserEvent told -> {
                    json.writeStringField("type", told.body().type());
                    data(json, told.body());
                }
            }
        });
    }

    @Override
    public void encodeDrain(Duration grace, OutputStream out) throws IOException {
        record Drain(long graceMs) {}
        Answers.frame(null, "drain", new Drain(grace.toMillis())).write(out);
    }

    private static void head(JsonGenerator json, String type, UUID roomId) throws IOException {
        json.writeStringField("type", type);
        json.writeStringField("room_id", roomId.toString());
    }

    private static void data(JsonGenerator json, Object data) throws IOException {
        json.writeFieldName("data");
        Json.MAPPER.writeValue(json, data);
    }
}
