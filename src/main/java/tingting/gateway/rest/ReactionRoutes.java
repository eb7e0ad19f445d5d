package tingting.gateway.rest;

import java.util.UUID;
import tingting.message.Messages;
import tingting.message.Reactions;
import tingting.web.Query;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Reactions to messages, and who gave them.
public final class ReactionRoutes {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final Messages messages;
    private final Reactions reactions;

    public ReactionRoutes(Messages messages, Reactions reactions) {
        this.messages = messages;
        this.reactions = reactions;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/messages/:message/reactions", this::list)
                .put("/api/v1/messages/:message/reactions/:emoji", this::add)
                .delete("/api/v1/messages/:message/reactions/:emoji", this::remove);
    }

    private Response add(Request request) {
        UUID messageId = request.id("message");
        Answers.await(reactions.add(request.caller(), messageId, request.segment("emoji")));
        return Response.ok(messages.get(request.caller(), messageId));
    }

    private Response remove(Request request) {
        UUID messageId = request.id("message");
        Answers.await(reactions.remove(request.caller(), messageId, request.segment("emoji")));
        return Response.ok(messages.get(request.caller(), messageId));
    }

    private Response list(Request request) {
        Query query = request.query();
        return Response.ok(reactions.list(
                request.caller(),
                request.id("message"),
                query.text("emoji").orElse(null),
                query.text("cursor").orElse(null),
                query.limit(PAGE, LONGEST_PAGE)));
    }
}
