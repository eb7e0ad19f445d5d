package tingting.gateway.rest;

import java.util.Optional;
import java.util.function.Supplier;
import tingting.limits.Pace;
import tingting.limits.Pace.Work;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.web.Authenticator;
import tingting.web.Representation;
import tingting.web.Request;
import tingting.web.Response;

/// What all that is under /media has in common: who fetches it, and what browsers are told of it. To the signed-out
/// there is nothing here.
public final class MediaAccess {
    /// A file never changes; whether one may see it can, so that only one's own browser keeps it.
    private static final String CACHING = "private, max-age=31536000, immutable";

    /// Even where a browser is made to open it as a page, nothing in it runs or reaches out.
    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; media-src 'self';"
            + " style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Authenticator authenticator;
    private final Pace pace;

    public MediaAccess(Authenticator authenticator, Pace pace) {
        this.authenticator = authenticator;
        this.pace = pace;
    }

    /// Who asks, with a bearer token or with the cookie that browsers keep for it.
    ///
    /// @throws Problem `not_found` when nobody is signed in
    Caller require(Request request) {
        return require(request, Optional::empty);
    }

    /// As above.
    ///
    /// @param otherwise for whom else the request may stand
    Caller require(Request request, Supplier<Optional<Caller>> otherwise) {
        Caller caller = request.bearer()
                .or(() -> BrowserCookies.mediaToken(request))
                .flatMap(this::signedIn)
                .or(otherwise)
                .orElseThrow(Problem::notFound);
        pace.require(Work.READ, caller.sessionId());
        return caller;
    }

    Response answer(Request request, Representation representation) throws Exception {
        return representation
                .answer(request)
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", CACHING);
    }

    private Optional<Caller> signedIn(String token) {
        try {
            return Optional.of(authenticator.authenticate(token));
        } catch (Problem unauthenticated) {
            return Optional.empty(); // it may be open all the same
        }
    }
}
