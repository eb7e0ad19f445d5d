package tingting.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import tingting.protocol.ErrorCode;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// Brings each request to its handler and the answer back. Requests arrive and leave on event loops; handlers run on
/// virtual threads.
final class Dispatcher {
    private static final long BODY_LIMIT = 1 << 20;
    private static final long LINGER_MILLIS = 1000;
    private static final String REQUEST = "request";

    /// Spelt-out segments before parameters, so that `/users/me` is not somebody's id.
    private static final Comparator<String> SPECIFIC_FIRST = Comparator.comparing(path -> path.replace(':', '\uffff'));

    private final Network network;
    private final Authenticator authenticator;
    private final Ids ids;
    private final App app;
    private final ExecutorService threads;

    Dispatcher(Network network, Authenticator authenticator, Ids ids, App app, ExecutorService threads) {
        this.network = network;
        this.authenticator = authenticator;
        this.ids = ids;
        this.app = app;
        this.threads = threads;
    }

    /// The routes with all that stands before and after them.
    Router router(Vertx vertx, Routes routes) {
        Router router = Router.router(vertx);
        router.route().handler(this::arrive).failureHandler(this::fail);
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        byPath(routes).forEach((path, methods) -> mount(router, path, methods));
        router.route().handler(context -> answer(context, this::unrouted));
        return router;
    }

    private static Map<String, List<Routes.Route>> byPath(Routes routes) {
        return routes.list().stream()
                .collect(Collectors.groupingBy(
                        Routes.Route::path, () -> new TreeMap<>(SPECIFIC_FIRST), Collectors.toList()));
    }

    private void mount(Router router, String path, List<Routes.Route> methods) {
        for (Routes.Route route : methods) {
            var mounted = router.route(route.method(), path);
            if (route.method().equals(HttpMethod.GET)) {
                mounted.method(HttpMethod.HEAD);
            }
            Handler handler = route.open() ? route.handler() : signedIn(route.handler());
            mounted.handler(context -> answer(context, handler));
        }
        String allowed = methods.stream()
                .map(route -> route.method().name())
                .map(method -> method.equals("GET") ? "GET, HEAD" : method)
                .collect(Collectors.joining(", "));
        router.route(path).handler(context -> answer(context, request -> wrongMethod(request, allowed)));
    }

    private Handler signedIn(Handler handler) {
        return request -> {
            String token = request.bearer().orElseThrow(Problem::unauthenticated);
            request.callerIs(authenticator.authenticate(token));
            return handler.answer(request);
        };
    }

    private Response unrouted(Request request) {
        boolean read = request.method().equals("GET") || request.method().equals("HEAD");
        if (read && !request.path().startsWith("/api/")) {
            return app.answer(request).orElseThrow(Problem::notFound);
        }
        throw Problem.notFound();
    }

    private static Response wrongMethod(Request request, String allowed) {
        Problem problem = Problem.invalid("This path takes " + allowed + ".");
        return Problems.answer(request, problem, 405).with("Allow", allowed);
    }

    private void arrive(RoutingContext context) {
        Request request = new Request(context, network, ids.next());
        context.put(REQUEST, request);
        HttpServerResponse response = context.response();
        response.putHeader("X-Request-Id", request.id().toString());
        Guard.HEADERS.forEach(response::putHeader);
        if (!Cors.handle(context, request)) {
            context.next();
        }
    }

    private void answer(RoutingContext context, Handler handler) {
        Request request = request(context);
        Context loop = context.vertx().getOrCreateContext();
        try {
            threads.execute(() -> {
                Response response = answer(request, handler);
                loop.runOnContext(_ -> write(context, request, response));
            });
        } catch (RejectedExecutionException stopping) {
            write(context, request, Problems.answer(request, Problem.busy()));
        }
    }

    private static Response answer(Request request, Handler handler) {
        try {
            return handler.answer(request);
        } catch (Throwable thrown) {
            return Problems.answer(request, thrown);
        }
    }

    /// What failed before a handler was reached: the request itself, or our plumbing.
    private void fail(RoutingContext context) {
        Request request = request(context);
        Throwable thrown = context.failure();
        Response response = switch (context.statusCode()) {
            case 413 -> Problems.answer(request, Problem.of(ErrorCode.TOO_LARGE, "The body may have up to 1 MiB."));
            case 400 -> Problems.answer(request, Problem.invalid("The request is not valid HTTP."));
            default ->
                Problems.answer(
                        request, thrown == null ? new IllegalStateException("status " + context.statusCode()) : thrown);
        };
        write(context, request, response);
    }

    /// The request, since [#arrive].
    private static Request request(RoutingContext context) {
        return Objects.requireNonNull(context.get(REQUEST));
    }

    private static void write(RoutingContext context, Request request, Response answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (answer.status() == 413) {
            linger(context);
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (!answer.headers().containsKey("Content-Security-Policy")) {
            response.putHeader("Content-Security-Policy", Guard.DATA_POLICY);
        }
        answer.cookies().forEach(cookie -> response.addCookie(cookie(cookie, request.secure())));
        if (answer.status() == 204 || answer.status() == 304) {
            response.end();
        } else if (request.method().equals("HEAD")) {
            response.putHeader("Content-Length", Integer.toString(answer.body().length))
                    .end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }

    /// Nobody waits for the rest of an oversized body, but a connection that is closed on one who still sends may
    /// take the answer with it (RFC 9112, section 9.6): the rest is dropped for a moment first.
    private static void linger(RoutingContext context) {
        HttpServerRequest http = context.request();
        http.resume();
        context.vertx().setTimer(LINGER_MILLIS, _ -> http.connection().close());
    }

    private static Cookie cookie(Response.Cookie cookie, boolean secure) {
        return Cookie.cookie(cookie.name(), cookie.value())
                .setPath(cookie.path())
                .setMaxAge(cookie.maxAge().toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(secure);
    }
}
