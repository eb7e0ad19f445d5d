package tingting.gateway.rest;

import java.util.List;
import java.util.UUID;
import tingting.message.Draft;
import tingting.message.Edits;
import tingting.message.Messages;
import tingting.message.Recalls;
import tingting.protocol.Page;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Editing and recalling messages, and what they said before.
public final class EditRoutes {
    private final Messages messages;
    private final Edits edits;
    private final Recalls recalls;

    public EditRoutes(Messages messages, Edits edits, Recalls recalls) {
        this.messages = messages;
        this.edits = edits;
        this.recalls = recalls;
    }

    public void mount(Routes routes) {
        routes.patch("/api/v1/messages/:message", this::edit)
                .delete("/api/v1/messages/:message", this::recall)
                .get("/api/v1/messages/:message/edits", this::list);
    }

    private Response edit(Request request) {
        UUID messageId = request.id("message");
        Fields body = request.body();
        List<UUID> mentions = body.has("mentions") ? List.copyOf(body.ids("mentions", Draft.MENTIONS)) : null;
        Answers.await(edits.edit(request.caller(), messageId, body.string("content"), mentions));
        return Response.ok(messages.get(request.caller(), messageId));
    }

    private Response recall(Request request) {
        UUID messageId = request.id("message");
        Answers.await(recalls.recall(request.caller(), messageId));
        return Response.ok(messages.get(request.caller(), messageId));
    }

    private Response list(Request request) {
        return Response.ok(Page.all(edits.list(request.caller(), request.id("message"))));
    }
}
