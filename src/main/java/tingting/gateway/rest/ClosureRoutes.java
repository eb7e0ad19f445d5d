package tingting.gateway.rest;

import java.time.Instant;
import tingting.account.Closures;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /users/me: closing one's account, for now or to have it erased.
public final class ClosureRoutes {
    private final Closures closures;

    private record Planned(Instant eraseAt) {}

    public ClosureRoutes(Closures closures) {
        this.closures = closures;
    }

    public void mount(Routes routes) {
        routes.delete("/api/v1/users/me", this::deactivate).post("/api/v1/users/me/erasure", this::erase);
    }

    private Response deactivate(Request request) {
        closures.deactivate(request.caller(), SecondFactorRoutes.proof(request), RecoveryRoutes.asker(request));
        return Response.noContent();
    }

    private Response erase(Request request) {
        boolean recall = request.optionalBody()
                .flatMap(body -> body.optionalFlag("recall_messages"))
                .orElse(false);
        Instant eraseAt = closures.erase(
                request.caller(), SecondFactorRoutes.proof(request), recall, RecoveryRoutes.asker(request));
        return Response.json(202, new Planned(eraseAt));
    }
}
