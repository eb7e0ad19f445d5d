package tingting.gateway.rest;

import tingting.protocol.Page;
import tingting.session.Sessions;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /auth/sessions: where one is signed in.
public final class DeviceRoutes {
    private final Sessions sessions;

    public DeviceRoutes(Sessions sessions) {
        this.sessions = sessions;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/auth/sessions", this::list)
                .delete("/api/v1/auth/sessions", this::revokeOthers)
                .delete("/api/v1/auth/sessions/:session_id", this::revoke);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(sessions.list(request.caller())));
    }

    private Response revokeOthers(Request request) {
        sessions.revokeOthers(request.caller());
        return Response.noContent();
    }

    private Response revoke(Request request) {
        sessions.revoke(request.caller(), request.id("session_id"));
        return Response.noContent();
    }
}
