package tingting.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/// Lets the pages of allowed sites call the server (the CORS protocol of the Fetch standard). They send bearer
/// tokens: cookies are never for them.
final class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT = "Authorization, Content-Type";
    private static final String READ = "X-Request-Id, Retry-After";
    private static final String PREFLIGHT_SECONDS = "3600";

    private Cors() {}

    /// Answers a preflight from an allowed site; all else goes on to its route.
    ///
    /// @return whether it was one
    static boolean handle(RoutingContext context, Request request) {
        HttpServerResponse response = context.response();
        if (request.origin() != Origin.ALLOWED) {
            return false;
        }
        response.putHeader(
                "Access-Control-Allow-Origin", request.header("Origin").orElseThrow());
        response.putHeader("Vary", "Origin");
        boolean preflight = context.request().method().equals(HttpMethod.OPTIONS)
                && request.header("Access-Control-Request-Method").isPresent();
        if (!preflight) {
            response.putHeader("Access-Control-Expose-Headers", READ);
            return false;
        }
        response.putHeader("Access-Control-Allow-Methods", METHODS)
                .putHeader("Access-Control-Allow-Headers", SENT)
                .putHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS)
                .setStatusCode(204)
                .end();
        return true;
    }
}
