package tingting.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
    private @Nullable Caller caller;

    Request(RoutingContext context, Network network, UUID id) {
        this.context = context;
        this.http = context.request();
        this.peer = network.peer(http.headers(), http.remoteAddress(), http.scheme());
        this.id = id;
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
