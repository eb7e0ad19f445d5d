package tingting.gateway.rest;

import java.util.Optional;
import tingting.account.Proof;
import tingting.account.SecondFactorChanges;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /auth/2fa: the second factor of one's account.
public final class SecondFactorRoutes {
    private final SecondFactorChanges changes;

    public SecondFactorRoutes(SecondFactorChanges changes) {
        this.changes = changes;
    }

    public void mount(Routes routes) {
        routes.get("/api/v1/auth/2fa", this::state)
                .post("/api/v1/auth/2fa/setup", this::begin)
                .post("/api/v1/auth/2fa/confirm", this::confirm)
                .delete("/api/v1/auth/2fa", this::switchOff);
    }

    private Response state(Request request) {
        return Response.ok(changes.state(request.caller()));
    }

    private Response begin(Request request) {
        return Response.ok(changes.begin(request.caller(), proof(request)));
    }

    private Response confirm(Request request) {
        changes.confirm(request.caller(), request.body().string("code"), RecoveryRoutes.asker(request));
        return Response.noContent();
    }

    private Response switchOff(Request request) {
        changes.switchOff(request.caller(), proof(request), RecoveryRoutes.asker(request));
        return Response.noContent();
    }

    static Proof proof(Request request) {
        Optional<Fields> body = request.optionalBody();
        return new Proof(
                body.flatMap(fields -> fields.optionalString("password")),
                body.flatMap(fields -> fields.optionalString("otp")));
    }
}
