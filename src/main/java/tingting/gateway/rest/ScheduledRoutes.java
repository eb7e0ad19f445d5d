package tingting.gateway.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.message.Draft;
import tingting.message.Scheduled;
import tingting.message.ScheduledMessage;
import tingting.protocol.Page;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// One's messages that wait for their time.
public final class ScheduledRoutes {
    private record ScheduledView(
            UUID scheduledId,
            UUID roomId,
            UUID clientMsgId,
            Instant sendAt,
            Instant createdAt,
            String kind,
            @Nullable String content,
            @Nullable UUID replyTo,
            List<UUID> mentions,
            @Nullable String fileUrl,
            @Nullable String problem) {}

    private final Scheduled scheduled;

    public ScheduledRoutes(Scheduled scheduled) {
        this.scheduled = scheduled;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms/:room/scheduled", this::list)
                .post("/api/v1/rooms/:room/scheduled", this::add)
                .patch("/api/v1/scheduled/:scheduled", this::update)
                .delete("/api/v1/scheduled/:scheduled", this::delete);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(scheduled.list(request.caller(), request.id("room")).stream()
                .map(ScheduledRoutes::view)
                .toList()));
    }

    private Response add(Request request) {
        Fields body = request.body();
        Draft draft = MessageRoutes.draft(request.id("room"), body);
        Scheduled.Added added = scheduled.add(request.caller(), draft, body.time("send_at"));
        return Response.json(added.created() ? 201 : 200, view(added.message()));
    }

    private Response update(Request request) {
        Fields body = request.body();
        return Response.ok(view(scheduled.update(
                request.caller(),
                request.id("scheduled"),
                body.optionalTime("send_at").orElse(null),
                body.optionalString("content").orElse(null))));
    }

    private Response delete(Request request) {
        scheduled.delete(request.caller(), request.id("scheduled"));
        return Response.noContent();
    }

    private static ScheduledView view(ScheduledMessage message) {
        Draft draft = message.draft();
        return new ScheduledView(
                message.scheduledId(),
                draft.roomId(),
                draft.clientMsgId(),
                message.sendAt(),
                message.createdAt(),
                draft.kind().wire(),
                draft.content(),
                draft.replyTo(),
                draft.mentions(),
                draft.fileUrl(),
                message.problem());
    }
}
