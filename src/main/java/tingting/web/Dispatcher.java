package tingting.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tingting.protocol.ErrorCode;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// Brings each request to its handler and the answer back. Requests arrive and leave on event loops; handlers run on
/// virtual threads.
final class Dispatcher {
    private static final long BODY_LIMIT = 1 << 20;
    private static final String REQUEST = "request";

    /// A percent sign that escapes nothing (RFC 3986, section 2.1).
    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final Pattern PARAMETER = Pattern.compile(":[^/]+");
    /// Stands for every parameter, whatever its name, and sorts behind all that is spelt out: `/users/me` is not
    /// somebody's id.
    private static final String ANY = "\uffff";

    private final Network network;
    private final Authenticator authenticator;
    private final Ids ids;
    private final ExecutorService threads;
    private final BodyHandler body = BodyHandler.create(false).setBodyLimit(BODY_LIMIT);

    Dispatcher(Network network, Authenticator authenticator, Ids ids, ExecutorService threads) {
        this.network = network;
        this.authenticator = authenticator;
        this.ids = ids;
        this.threads = threads;
    }

    /// The routes with all that stands before and after them.
    Consumer<HttpServerRequest> requests(Vertx vertx, Routes routes) {
        Router router = Router.router(vertx);
        router.route().handler(this::arrive).failureHandler(this::fail);
        byPath(routes).forEach(methods -> mount(router, methods));
        Handler unrouted = unrouted(routes.otherwise());
        router.route().handler(body).handler(context -> answer(context, unrouted));
        return request -> receive(router, request);
    }

    private static void receive(Router router, HttpServerRequest request) {
        if (MALFORMED.matcher(request.uri()).find()) {
            // the router could not even fail on it
            request.response().setStatusCode(400).end();
        } else {
            router.handle(request);
        }
    }

    /// The methods of each path, the most specific path first.
    private static Collection<List<Routes.Route>> byPath(Routes routes) {
        return routes.list().stream()
                .collect(Collectors.groupingBy(
                        route -> PARAMETER.matcher(route.path()).replaceAll(ANY), TreeMap::new, Collectors.toList()))
                .values();
    }

    private void mount(Router router, List<Routes.Route> methods) {
        for (Routes.Route route : methods) {
            var mounted = router.route(route.method(), route.path());
            if (route.method().equals(HttpMethod.GET)) {
                mounted.method(HttpMethod.HEAD);
            }
            Handler handler = route.open() ? route.handler() : signedIn(route.handler());
            mounted.handler(route.streams() ? Dispatcher::hold : body).handler(context -> answer(context, handler));
        }
        String allowed = methods.stream()
                .map(route -> route.method().name())
                .map(method -> method.equals("GET") ? "GET, HEAD" : method)
                .collect(Collectors.joining(", "));
        router.route(methods.getFirst().path())
                .handler(body)
                .handler(context -> answer(context, request -> wrongMethod(request, allowed)));
    }

    /// The body waits in the network until the handler reads it.
    private static void hold(RoutingContext context) {
        context.request().pause();
        context.next();
    }

    private Handler signedIn(Handler handler) {
        return request -> {
            String token = request.bearer().orElseThrow(Problem::unauthenticated);
            request.callerIs(authenticator.authenticate(token));
            return handler.answer(request);
        };
    }

    private static Handler unrouted(Handler otherwise) {
        return request -> {
            boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
            if (reads && !request.path().startsWith("/api/")) {
                return otherwise.answer(request);
            }
            throw Problem.notFound();
        };
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
                loop.runOnContext(_ -> Reply.send(context, request, response));
            });
        } catch (RejectedExecutionException stopping) {
            Reply.send(context, request, Problems.answer(request, Problem.busy()));
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
        if (context.response().closed()) {
            return; // whoever asked has left
        }
        Request request = request(context);
        Throwable thrown = context.failure();
        Response response = switch (context.statusCode()) {
            case 413 -> Problems.answer(request, Problem.of(ErrorCode.TOO_LARGE, "The body may have up to 1 MiB."));
            case 400 -> Problems.answer(request, Problem.invalid("The request is not valid HTTP."));
            default ->
                Problems.answer(
                        request, thrown == null ? new IllegalStateException("status " + context.statusCode()) : thrown);
        };
        Reply.send(context, request, response);
    }

    /// The request, since [#arrive].
    private static Request request(RoutingContext context) {
        return Objects.requireNonNull(context.get(REQUEST));
    }
}
