package tingting.gateway.rest;

import java.util.Optional;
import java.util.UUID;
import tingting.limits.Pace;
import tingting.limits.Pace.Work;
import tingting.media.Downloads;
import tingting.media.KeptFile;
import tingting.media.Links;
import tingting.media.Storage;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.web.Authenticator;
import tingting.web.Representation;
import tingting.web.Request;
import tingting.web.Response;
import tingting.web.Routes;

/// /media: the files themselves. They are fetched with a bearer token, with the cookie that browsers keep for it, or
/// with a link's signature; to everybody else there is nothing here.
public final class MediaRoutes {
    /// A file never changes; whether one may see it can, so that only one's own browser keeps it.
    private static final String CACHING = "private, max-age=31536000, immutable";

    /// Even where a browser is made to open it as a page, nothing in it runs or reaches out.
    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; media-src 'self';"
            + " style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Downloads downloads;
    private final Links links;
    private final Authenticator authenticator;
    private final Pace pace;

    public MediaRoutes(Downloads downloads, Links links, Authenticator authenticator, Pace pace) {
        this.downloads = downloads;
        this.links = links;
        this.authenticator = authenticator;
        this.pace = pace;
    }

    public void mount(Routes routes) {
        routes.open().get("/media/:file/:name", this::fetch);
    }

    private Response fetch(Request request) throws Exception {
        UUID fileId = request.id("file");
        Caller caller = caller(request, fileId).orElseThrow(Problem::notFound);
        pace.require(Work.READ, caller.sessionId());
        KeptFile file = downloads.find(caller, fileId);
        return representation(file)
                .answer(request)
                .with("Content-Disposition", ContentDisposition.of(file.inline(), file.name()))
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", CACHING);
    }

    private Representation representation(KeptFile file) {
        return new Representation(
                file.mime(), file.hash(), file.size(), (offset, length) -> body(downloads.open(file, offset, length)));
    }

    private static Response.Body body(Storage.Part part) {
        return switch (part) {
            case Storage.Local(var file, long offset, long length) -> new Response.Slice(file, offset, length);
        };
    }

    private Optional<Caller> caller(Request request, UUID fileId) {
        return request.bearer()
                .or(() -> BrowserCookies.mediaToken(request))
                .flatMap(this::signedIn)
                .or(() -> request.query().text("signature").flatMap(signature -> links.read(fileId, signature)));
    }

    private Optional<Caller> signedIn(String token) {
        try {
            return Optional.of(authenticator.authenticate(token));
        } catch (Problem unauthenticated) {
            return Optional.empty(); // a link may open it all the same
        }
    }
}
