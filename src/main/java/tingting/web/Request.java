package tingting.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Ids;
import tingting.protocol.Json;
import tingting.protocol.Problem;

/// A request, as handlers see it. Belongs to one handler at a time.
public final class Request {
    private static final String BEARER = "bearer ";

    private final RoutingContext context;
    private final HttpServerRequest http;
    private final Network.Peer peer;
    private final UUID id;
    private final Context loop;
    private @Nullable Caller caller;

    Request(RoutingContext context, Network network, UUID id) {
        this.context = context;
        this.http = context.request();
        this.peer = network.peer(http.headers(), http.remoteAddress(), http.scheme());
        this.id = id;
        this.loop = context.vertx().getOrCreateContext();
    }

    /// The id that the answer and the log name this request by.
    public UUID id() {
        return id;
    }

    /// Who asks. Only on routes that want a bearer token.
    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("an open route has no caller");
        }
        return caller;
    }

    void callerIs(Caller caller) {
        this.caller = caller;
    }

    /// The token of `Authorization: Bearer` (RFC 6750, section 2.1).
    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /// An id in the path.
    ///
    /// @throws Problem `not_found` when it is none
    public UUID id(String name) {
        return Ids.parse(context.pathParam(name)).orElseThrow(Problem::notFound);
    }

    /// A segment of the path, decoded.
    public String segment(String name) {
        return String.valueOf(context.pathParam(name));
    }

    /// What follows the question mark.
    public Query query() {
        return new Query(http.params());
    }

    /// The body, a JSON object.
    ///
    /// @throws Problem `unsupported_media` or `invalid_request` when it is something else
    public Fields body() {
        return optionalBody().orElseThrow(() -> Problem.invalid("The request needs a JSON object as its body."));
    }

    /// As [#body], empty when there is none.
    public Optional<Fields> optionalBody() {
        if (header("Content-Type").filter(type -> !isJson(type)).isPresent()) {
            throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA, "The body must be application/json.");
        }
        Buffer bytes = context.body().buffer();
        if (bytes == null || bytes.length() == 0) {
            return Optional.empty();
        }
        if (Json.parse(bytes.getBytes()) instanceof ObjectNode object) {
            return Optional.of(new Fields(object));
        }
        throw Problem.invalid("The body must be a JSON object.");
    }

    /// How long the body is, when its sender says so.
    public OptionalLong bodyLength() {
        return header("Content-Length")
                .filter(length -> length.matches("\\d{1,18}"))
                .map(length -> OptionalLong.of(Long.parseLong(length)))
                .orElse(OptionalLong.empty());
    }

    /// The body as it arrives. Once, on a route that is told to be [Routes#streaming].
    public InputStream stream() {
        return beginToRead(() -> {
            Incoming incoming = new Incoming(loop, http);
            http.endHandler(_ -> incoming.end());
            return CompletableFuture.completedFuture(incoming);
        });
    }

    /// A file of a form, as it arrives.
    ///
    /// @param name as its sender calls it: anything at all
    public record FormFile(String name, InputStream content) {}

    /// The file of that field of a form. Once, on a route that is told to be [Routes#streaming].
    ///
    /// @throws Problem `unsupported_media` when the body is no form, `invalid_request` when there is no such file
    public FormFile file(String field) {
        if (header("Content-Type").filter(Request::isForm).isEmpty()) {
            throw Problem.of(ErrorCode.UNSUPPORTED_MEDIA, "The body must be multipart/form-data.");
        }
        return beginToRead(() -> Multipart.read(loop, http, field));
    }

    private static boolean isForm(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/form-data") && type.contains("boundary=");
    }

    /// Has the sender go on who waits to be asked for the body (RFC 9110, section 10.1.1).
    private <T> T beginToRead(Supplier<CompletableFuture<T>> reading) {
        CompletableFuture<T> begun = new CompletableFuture<>();
        loop.runOnContext(_ -> {
            try {
                if (header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
                    context.response().writeContinue();
                }
                reading.get().whenComplete((value, problem) -> {
                    if (problem == null) {
                        begun.complete(value);
                    } else {
                        begun.completeExceptionally(problem);
                    }
                });
            } catch (RuntimeException e) {
                // the sender has left, or the form's head is broken
                begun.completeExceptionally(Problem.invalid("The body cannot be read."));
            }
        });
        return begun.join();
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.equals("application/merge-patch+json");
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(http.getCookie(name)).map(Cookie::getValue);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getHeader(name));
    }

    /// What the client calls itself; empty when it does not say.
    public String userAgent() {
        return header(HttpHeaders.USER_AGENT.toString()).orElse("");
    }

    /// The client's address, as text: the peer's, or what a trusted proxy says of it.
    public String address() {
        return peer.address();
    }

    /// Whether the client came over https.
    public boolean secure() {
        return peer.secure();
    }

    /// The origin under which people know the server, for links that are passed on: as it is set, else as this client
    /// reached it.
    public String home() {
        return peer.home();
    }

    /// Whose page asks.
    public Origin origin() {
        return peer.origin();
    }

    /// `GET`, `POST` …
    public String method() {
        return http.method().name();
    }

    /// The path as it was sent, without the query, where secrets may be.
    public String path() {
        return String.valueOf(http.path());
    }
}
