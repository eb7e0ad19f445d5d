package tingting.gateway.rest;

import java.util.UUID;
import tingting.message.Messages;
import tingting.message.Pins;
import tingting.protocol.Page;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Pinned messages.
public final class PinRoutes {
    private final Messages messages;
    private final Pins pins;

    public PinRoutes(Messages messages, Pins pins) {
        this.messages = messages;
        this.pins = pins;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms/:room/pins", this::list)
                .put("/api/v1/messages/:message/pin", this::pin)
                .delete("/api/v1/messages/:message/pin", this::unpin);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(pins.list(request.caller(), request.id("room"))));
    }

    private Response pin(Request request) {
        UUID messageId = request.id("message");
        Answers.await(pins.pin(request.caller(), messageId));
        return Response.ok(messages.get(request.caller(), messageId));
    }

    private Response unpin(Request request) {
        UUID messageId = request.id("message");
        Answers.await(pins.unpin(request.caller(), messageId));
        return Response.ok(messages.get(request.caller(), messageId));
    }
}
