package tingting.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;

/// Sends an answer. On the request's event loop.
final class Reply {
    private static final String POLICY = "Content-Security-Policy";
    private static final long LINGER_MILLIS = 1000;

    private Reply() {}

    /// Does nothing when the client has left.
    static void send(RoutingContext context, Request request, Response answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (!context.request().isEnded()) {
            linger(context);
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response.headers()::add);
        if (!answer.headers().containsKey(POLICY)) {
            response.putHeader(POLICY, Guard.DATA_POLICY);
        }
        answer.cookies().forEach(cookie -> response.addCookie(cookie(cookie, request.secure())));
        if (answer.status() == 204 || answer.status() == 304) {
            response.end();
        } else if (request.method().equals("HEAD")) {
            response.putHeader("Content-Length", Long.toString(answer.body().length()))
                    .end();
        } else {
            send(context, answer.body());
        }
    }

    private static void send(RoutingContext context, Response.Body body) {
        HttpServerResponse response = context.response();
        switch (body) {
            case Response.Bytes(byte[] bytes) -> response.end(Buffer.buffer(bytes));
            case Response.Slice(Path file, long offset, long length) ->
                response.sendFile(file.toString(), offset, length).onFailure(context::fail);
        }
    }

    /// Nobody waits for the rest of a body that is not wanted, but a connection that is closed on one who still sends
    /// may take the answer with it (RFC 9112, section 9.6): the rest is dropped for a moment first.
    private static void linger(RoutingContext context) {
        HttpServerRequest http = context.request();
        context.response().putHeader("Connection", "close");
        http.resume();
        context.vertx().setTimer(LINGER_MILLIS, _ -> http.connection().close());
    }

    private static Cookie cookie(Response.Cookie cookie, boolean secure) {
        return Cookie.cookie(cookie.name(), cookie.value())
                .setPath(cookie.path())
                .setMaxAge(cookie.maxAge().toSeconds())
                .setHttpOnly(true)
                .setSameSite(cookie.sameSite() == Response.SameSite.LAX ? CookieSameSite.LAX : CookieSameSite.STRICT)
                .setSecure(secure);
    }
}
