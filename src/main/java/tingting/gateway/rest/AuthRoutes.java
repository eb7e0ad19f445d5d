package tingting.gateway.rest;

import java.util.Optional;
import tingting.account.Accounts;
import tingting.account.Closures;
import tingting.account.Me;
import tingting.account.Profiles;
import tingting.account.Registration;
import tingting.account.SignUps;
import tingting.account.SignedIn;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.session.Sessions;
import tingting.session.Tokens;
import tingting.web.Fields;
import tingting.web.Handler;
import tingting.web.Origin;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /auth: signing up, in and out, renewing tokens, changing the password. A page of this server gets its refresh
/// token as a cookie, every other client in the body; pages of other sites get nothing.
public final class AuthRoutes {
    private final SignUps signUps;
    private final Accounts accounts;
    private final Closures closures;
    private final Sessions sessions;
    private final Profiles profiles;

    public AuthRoutes(SignUps signUps, Accounts accounts, Closures closures, Sessions sessions, Profiles profiles) {
        this.signUps = signUps;
        this.accounts = accounts;
        this.closures = closures;
        this.sessions = sessions;
        this.profiles = profiles;
    }

    public void mount(Routes routes) {
        routes.open()
                .post("/api/v1/auth/register", notForeign(this::register))
                .post("/api/v1/auth/login", notForeign(this::login))
                .post("/api/v1/auth/refresh", notForeign(this::refresh));
        routes.post("/api/v1/auth/logout", this::logout).post("/api/v1/auth/password/change", this::changePassword);
    }

    /// A foreign page must not sign its visitor in or use the visitor's cookie.
    static Handler notForeign(Handler handler) {
        return request -> {
            if (request.origin() == Origin.FOREIGN) {
                throw Problem.forbidden("Pages of other sites may not sign in here.");
            }
            return handler.answer(request);
        };
    }

    private Response register(Request request) {
        Fields body = request.body();
        Registration registration = new Registration(
                body.string("username"),
                body.string("password"),
                body.optionalString("email").orElse(null),
                body.optionalString("phone").orElse(null),
                body.optionalString("display_name").orElse(null));
        SignedIn signedIn = signUps.register(registration, device(request), RecoveryRoutes.asker(request));
        return signedIn(request, 201, signedIn, sessions);
    }

    private Response login(Request request) {
        Fields body = request.body();
        String login = body.string("login");
        String password = body.string("password");
        Optional<String> otp = body.optionalString("otp");
        boolean reopen = body.optionalFlag("reopen").orElse(false);
        SignedIn signedIn = reopen
                ? closures.reopen(login, password, otp, device(request))
                : accounts.login(login, password, otp, device(request));
        return signedIn(request, 200, signedIn, sessions);
    }

    private Response refresh(Request request) {
        Tokens tokens = sessions.refresh(refreshToken(request));
        return grant(request, 200, profiles.me(tokens.caller()), tokens);
    }

    private static String refreshToken(Request request) {
        return fromOwnPage(request)
                ? BrowserCookies.refreshToken(request).orElseThrow(Problem::unauthenticated)
                : request.body().string("refresh_token");
    }

    private Response logout(Request request) {
        sessions.logout(request.caller());
        Response done = Response.noContent();
        return fromOwnPage(request) ? BrowserCookies.remove(done) : done;
    }

    private Response changePassword(Request request) {
        Fields body = request.body();
        accounts.changePassword(
                request.caller(),
                body.string("old_password"),
                body.string("new_password"),
                RecoveryRoutes.asker(request));
        return Response.noContent();
    }

    /// The answer to who has just signed up or in.
    static Response signedIn(Request request, int status, SignedIn who, Sessions sessions) {
        Response granted = grant(request, status, who.user(), who.tokens());
        return fromOwnPage(request)
                ? BrowserCookies.setDevice(
                        granted, sessions.deviceToken(who.tokens().caller().userId()))
                : granted;
    }

    private static Response grant(Request request, int status, Me user, Tokens tokens) {
        return fromOwnPage(request)
                ? BrowserCookies.set(Response.json(status, Grant.withoutRefreshToken(user, tokens)), tokens)
                : Response.json(status, Grant.withRefreshToken(user, tokens));
    }

    private static boolean fromOwnPage(Request request) {
        return request.origin() == Origin.OWN;
    }

    static Device device(Request request) {
        return new Device(request.userAgent(), request.address(), BrowserCookies.device(request));
    }
}
