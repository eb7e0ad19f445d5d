package tingting.gateway.rest;

import tingting.account.PasskeySignIns;
import tingting.account.Passkeys;
import tingting.passkey.RelyingParty;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.session.Sessions;
import tingting.web.Fields;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /auth/passkeys: signing in with a passkey, and those of one's account. What goes to the browser's own functions and
/// comes from them is in WebAuthn's JSON, as they take and give it.
public final class PasskeyRoutes {
    private static final String PATH = "/api/v1/auth/passkeys";

    private final Passkeys passkeys;
    private final PasskeySignIns signIns;
    private final Sessions sessions;

    public PasskeyRoutes(Passkeys passkeys, PasskeySignIns signIns, Sessions sessions) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    public void mount(Routes routes) {
        routes.open()
                .post(PATH + "/sign-in", AuthRoutes.notForeign(this::beginSignIn))
                .post(PATH + "/sign-in/finish", AuthRoutes.notForeign(this::finishSignIn));
        routes.get(PATH, this::list)
                .post(PATH + "/setup", AuthRoutes.notForeign(this::begin))
                .post(PATH, AuthRoutes.notForeign(this::add))
                .patch(PATH + "/:passkey_id", this::rename)
                .delete(PATH + "/:passkey_id", this::remove);
    }

    private Response beginSignIn(Request request) {
        return Response.ok(signIns.begin(site(request)));
    }

    private Response finishSignIn(Request request) {
        return AuthRoutes.signedIn(
                request, 200, signIns.finish(credential(request.body()), AuthRoutes.device(request)), sessions);
    }

    private Response list(Request request) {
        return Response.ok(Page.all(passkeys.list(request.caller())));
    }

    private Response begin(Request request) {
        return Response.ok(passkeys.begin(request.caller(), SecondFactorRoutes.proof(request), site(request)));
    }

    private Response add(Request request) {
        Fields body = request.body();
        return Response.json(
                201,
                passkeys.add(request.caller(), body.string("name"), credential(body), RecoveryRoutes.asker(request)));
    }

    private Response rename(Request request) {
        passkeys.rename(
                request.caller(), request.id("passkey_id"), request.body().string("name"));
        return Response.noContent();
    }

    private Response remove(Request request) {
        passkeys.remove(
                request.caller(),
                request.id("passkey_id"),
                SecondFactorRoutes.proof(request),
                RecoveryRoutes.asker(request));
        return Response.noContent();
    }

    /// The page that people know: not whichever one asks.
    private static RelyingParty site(Request request) {
        return new RelyingParty(request.home());
    }

    private static String credential(Fields body) {
        if (!body.object().path("credential").isObject()) {
            throw Problem.invalidField("credential", "must be an object");
        }
        return body.object().path("credential").toString();
    }
}
