package tingting.gateway.rest;

import tingting.message.Receipts;
import tingting.message.Unreads;
import tingting.protocol.Page;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Saying how far one has got and read, and asking how far others have.
public final class ReceiptRoutes {
    private record Unread(long unread) {}

    private final Receipts receipts;
    private final Unreads unreads;

    public ReceiptRoutes(Receipts receipts, Unreads unreads) {
        this.receipts = receipts;
        this.unreads = unreads;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/messages/:message/receipts", this::list)
                .post("/api/v1/rooms/:room/read", this::read)
                .post("/api/v1/rooms/:room/delivered", this::delivered);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(receipts.of(request.caller(), request.id("message"))));
    }

    private Response read(Request request) {
        return Response.ok(new Unread(unreads.read(request.caller(), request.id("room"), seq(request))));
    }

    private Response delivered(Request request) {
        return Response.ok(new Unread(unreads.delivered(request.caller(), request.id("room"), seq(request))));
    }

    private static long seq(Request request) {
        return request.body().number("seq", 0, Long.MAX_VALUE);
    }
}
