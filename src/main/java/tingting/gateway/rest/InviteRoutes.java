package tingting.gateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Page;
import tingting.room.Admission;
import tingting.room.Invite;
import tingting.room.Invites;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Links into rooms: making and revoking them, looking where they lead, following them.
public final class InviteRoutes {
    /// Where the web app shows an invite.
    private static final String PAGE = "/app/invites/";

    private record InviteView(
            String code,
            String url,
            UUID roomId,
            UUID createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Integer maxUses,
            int uses) {}

    private record Waiting(String status) {}

    private final Invites invites;
    private final RoomViews rooms;

    public InviteRoutes(Invites invites, RoomViews rooms) {
        this.invites = invites;
        this.rooms = rooms;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms/:room/invites", this::list)
                .post("/api/v1/rooms/:room/invites", this::create)
                .delete("/api/v1/rooms/:room/invites/:code", this::revoke)
                .get("/api/v1/invites/:code", this::preview)
                .post("/api/v1/invites/:code/join", this::join);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(invites.list(request.caller(), request.id("room")).stream()
                .map(invite -> view(request, invite))
                .toList()));
    }

    private Response create(Request request) {
        Fields body = request.optionalBody().orElseGet(() -> new Fields(JsonNodeFactory.instance.objectNode()));
        Invite invite = invites.create(
                request.caller(),
                request.id("room"),
                body.optionalNumber("max_uses", 1, Invites.MOST_USES)
                        .map(Long::intValue)
                        .orElse(null),
                body.optionalNumber("expires_in", 1, Invites.LONGEST_LIFE)
                        .map(Duration::ofSeconds)
                        .orElse(null));
        return Response.created(view(request, invite));
    }

    private Response revoke(Request request) {
        invites.revoke(request.caller(), request.id("room"), request.segment("code"));
        return Response.noContent();
    }

    private Response preview(Request request) {
        return Response.ok(invites.preview(request.caller(), request.segment("code")));
    }

    private Response join(Request request) {
        return switch (Answers.await(invites.join(request.caller(), request.segment("code")))) {
            case Admission.Joined(UUID roomId) -> Response.ok(rooms.one(request.caller(), roomId));
            case Admission.Requested _ -> Response.json(202, new Waiting("requested"));
        };
    }

    private static InviteView view(Request request, Invite invite) {
        return new InviteView(
                invite.code(),
                request.home() + PAGE + invite.code(),
                invite.roomId(),
                invite.createdBy(),
                invite.createdAt(),
                invite.expiresAt(),
                invite.maxUses(),
                invite.uses());
    }
}
