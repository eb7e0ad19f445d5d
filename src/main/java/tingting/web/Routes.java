package tingting.web;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tingting.limits.AddressPrefix;
import tingting.limits.Pace;
import tingting.limits.Pace.Work;
import tingting.protocol.Problem;

/// The table of what the server answers. The routes of one path may be told in any order and in several places;
/// `:name` stands for one segment of a path and gives way to a route that spells the segment out.
///
/// A route wants a bearer token unless it is told to [#open]. Its method says what kind of work it is, unless it is
/// told to [#send]. Filled before the server starts, by one thread.
public final class Routes {
    /// Supervisors and pages come as often as they must.
    private static final String PACED = "/api/";

    record Route(HttpMethod method, String path, boolean open, boolean streams, Handler handler) {}

    private final Table table;
    private final boolean open;
    private final boolean send;
    private final boolean streams;

    private record Table(List<Route> routes, AtomicReference<Handler> otherwise, Pace pace) {}

    /// @param pace how fast what is under `/api` may be asked
    public Routes(Pace pace) {
        this(
                new Table(
                        new ArrayList<>(),
                        new AtomicReference<>(request -> {
                            throw Problem.notFound();
                        }),
                        pace),
                false,
                false,
                false);
    }

    private Routes(Table table, boolean open, boolean send, boolean streams) {
        this.table = table;
        this.open = open;
        this.send = send;
        this.streams = streams;
    }

    /// The same table, for routes that everybody may ask.
    public Routes open() {
        return new Routes(table, true, false, false);
    }

    /// The same table, for routes that send a message.
    public Routes send() {
        return new Routes(table, false, true, false);
    }

    /// The same table, for routes whose handlers read the body as it comes, however long it is.
    public Routes streaming() {
        return new Routes(table, false, false, true);
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
        table.otherwise().set(handler);
        return this;
    }

    private Routes add(HttpMethod method, String path, Handler handler) {
        table.routes()
                .add(new Route(method, path, open, streams, path.startsWith(PACED) ? paced(method, handler) : handler));
        return this;
    }

    private Handler paced(HttpMethod method, Handler handler) {
        Pace pace = table.pace();
        if (open) {
            return request -> {
                pace.require(Work.SIGNED_OUT, AddressPrefix.of(request.address()));
                return handler.answer(request);
            };
        }
        Work work = send ? Work.SEND : method.equals(HttpMethod.GET) ? Work.READ : Work.WRITE;
        return request -> {
            pace.require(work, request.caller().sessionId());
            return handler.answer(request);
        };
    }

    /// What is answered, for example `GET /api/v1/rooms/:room`.
    public List<String> names() {
        return table.routes().stream()
                .map(route -> route.method().name() + " " + route.path())
                .toList();
    }

    List<Route> list() {
        return List.copyOf(table.routes());
    }

    Handler otherwise() {
        return table.otherwise().get();
    }
}
