package tingting.gateway.rest;

import java.util.UUID;
import tingting.message.Drafts;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// What one has begun to write in a room. Reading it needs no route: rooms carry it.
public final class DraftRoutes {
    private final Drafts drafts;

    public DraftRoutes(Drafts drafts) {
        this.drafts = drafts;
    }

    public void mount(Routes routes) {
        routes.put("/api/v1/rooms/:room/draft", this::save).delete("/api/v1/rooms/:room/draft", this::delete);
    }

    private Response save(Request request) {
        Fields body = request.body();
        UUID replyTo = body.optionalId("reply_to").orElse(null);
        return Answers.await(drafts.save(request.caller(), request.id("room"), body.string("content"), replyTo))
                .map(Response::ok)
                .orElseGet(Response::noContent);
    }

    private Response delete(Request request) {
        Answers.await(drafts.delete(request.caller(), request.id("room")));
        return Response.noContent();
    }
}
