package tingting.gateway.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tingting.account.Profiles;
import tingting.account.User;
import tingting.protocol.Page;
import tingting.room.JoinRequest;
import tingting.room.JoinRequests;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// Who asks to join a room that one administers, and the answer to them.
public final class JoinRequestRoutes {
    private record JoinRequestView(
            UUID userId, Instant createdAt, @Nullable User user) {}

    private final JoinRequests requests;
    private final Profiles profiles;

    public JoinRequestRoutes(JoinRequests requests, Profiles profiles) {
        this.requests = requests;
        this.profiles = profiles;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/rooms/:room/join-requests", this::list)
                .post("/api/v1/rooms/:room/join-requests/:user/accept", this::accept)
                .post("/api/v1/rooms/:room/join-requests/:user/decline", this::decline);
    }

    private Response list(Request request) {
        List<JoinRequest> waiting = requests.list(request.caller(), request.id("room"));
        Map<UUID, User> users = profiles.users(
                request.caller(), waiting.stream().map(JoinRequest::userId).toList());
        return Response.ok(Page.all(waiting.stream()
                .map(one -> new JoinRequestView(one.userId(), one.createdAt(), users.get(one.userId())))
                .toList()));
    }

    private Response accept(Request request) {
        Answers.await(requests.accept(request.caller(), request.id("room"), request.id("user")));
        return Response.noContent();
    }

    private Response decline(Request request) {
        requests.decline(request.caller(), request.id("room"), request.id("user"));
        return Response.noContent();
    }
}
