package tingting.gateway.rest;

import tingting.account.Asker;
import tingting.account.Contact;
import tingting.account.EmailAddress;
import tingting.account.PhoneNumber;
import tingting.account.Recovery;
import tingting.protocol.Problem;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /auth/password: a new one for who has forgotten theirs, with a code that is sent to them.
public final class RecoveryRoutes {
    private final Recovery recovery;

    public RecoveryRoutes(Recovery recovery) {
        this.recovery = recovery;
    }

    public void mount(Routes routes) {
        routes.open()
                .post("/api/v1/auth/password/forgot", AuthRoutes.notForeign(this::forgot))
                .post("/api/v1/auth/password/reset", AuthRoutes.notForeign(this::reset));
    }

    private Response forgot(Request request) {
        recovery.forgot(contact(request.body()), asker(request));
        return Response.accepted();
    }

    private Response reset(Request request) {
        Fields body = request.body();
        recovery.reset(contact(body), body.string("otp"), body.string("new_password"), asker(request));
        return Response.noContent();
    }

    private static Contact contact(Fields body) {
        boolean byEmail = body.has("email");
        if (byEmail == body.has("phone")) {
            throw Problem.invalidField("email", "is missing, or there is a phone as well");
        }
        return byEmail ? EmailAddress.of(body.string("email")) : PhoneNumber.of(body.string("phone"));
    }

    static Asker asker(Request request) {
        return new Asker(
                AuthRoutes.device(request), request.header("Accept-Language").orElse(""));
    }
}
