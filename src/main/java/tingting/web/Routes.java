package tingting.web;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tingting.protocol.Problem;

/// The table of what the server answers. The routes of one path may be told in any order and in several places;
/// `:name` stands for one segment of a path and gives way to a route that spells the segment out.
///
/// A route wants a bearer token unless it is told to [#open]. Filled before the server starts, by one thread.
public final class Routes {
    record Route(HttpMethod method, String path, boolean open, Handler handler) {}

    private final List<Route> routes;
    private final AtomicReference<Handler> otherwise;
    private final boolean open;

    public Routes() {
        this(
                new ArrayList<>(),
                new AtomicReference<>(request -> {
                    throw Problem.notFound();
                }),
                false);
    }

    private Routes(List<Route> routes, AtomicReference<Handler> otherwise, boolean open) {
        this.routes = routes;
        this.otherwise = otherwise;
        this.open = open;
    }

    /// The same table, for routes that everybody may ask.
    public Routes open() {
        return new Routes(routes, otherwise, true);
    }

    public Routes get(String path, Handler handler) {
        return add(HttpMethod.GET, path, handler);
    }

    public Routes post(String path, Handler handler) {
        return add(HttpMethod.POST, path, handler);
    }

    public Routes put(String path, Handler handler) {
        return add(HttpMethod.PUT, path, handler);
    }

    public Routes patch(String path, Handler handler) {
        return add(HttpMethod.PATCH, path, handler);
    }

    public Routes delete(String path, Handler handler) {
        return add(HttpMethod.DELETE, path, handler);
    }

    /// What everybody gets who reads a path without a route, outside of `/api`: `not_found` until it is told.
    public Routes otherwise(Handler handler) {
        otherwise.set(handler);
        return this;
    }

    private Routes add(HttpMethod method, String path, Handler handler) {
        routes.add(new Route(method, path, open, handler));
        return this;
    }

    List<Route> list() {
        return List.copyOf(routes);
    }

    Handler otherwise() {
        return otherwise.get();
    }
}
