package tingting.gateway.socket;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Handler;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tingting.live.Live;
import tingting.live.Socket;
import tingting.protocol.Ids;

/// The door of native WebSockets: /ws, and /ws/{room_id}/{user_id} for one room. Called on event loops.
public final class NativeSockets implements Handler<ServerWebSocketHandshake> {
    private static final String PATH = "/ws";
    private static final Pattern BOUND = Pattern.compile("/ws/([^/]+)/([^/]+)");
    private static final String BEARER = "Bearer ";

    private final Live live;
    private final SignIn signIn;
    private final Verbs verbs;
    private final Watch watch;
    private final SocketLimits limits;

    public NativeSockets(Live live, SignIn signIn, NativeVerbs verbs, SocketLimits limits) {
        this.live = live;
        this.signIn = signIn;
        this.verbs = verbs.table(signIn, live);
        this.watch = verbs.watch();
        this.limits = limits;
    }

    SocketLimits limits() {
        return limits;
    }

    SignIn signIn() {
        return signIn;
    }

    Verbs verbs() {
        return verbs;
    }

    Watch watch() {
        return watch;
    }

    /// Accepts a handshake at /ws or /ws/{room_id}/{user_id}, and refuses any other with 404. Its Origin has been
    /// checked.
    @Override
    public void handle(ServerWebSocketHandshake handshake) {
        if (handshake.path().equals(PATH)) {
            accept(handshake, null);
            return;
        }
        Matcher bound = BOUND.matcher(handshake.path());
        if (bound.matches()) {
            accept(handshake, binding(bound.group(1), bound.group(2)));
        } else {
            handshake.reject(404);
        }
    }

    /// What is no id is nobody's: the client then learns so like from any unknown room, after signing in.
    private static Client.Binding binding(String room, String user) {
        UUID nobody = new UUID(0, 0);
        return new Client.Binding(
                Ids.parse(room).orElse(nobody), Ids.parse(user).orElse(nobody));
    }

    private void accept(ServerWebSocketHandshake handshake, Client.@Nullable Binding binding) {
        Optional<String> token = token(handshake);
        live.accept(handshake, socket -> client(socket, binding, token));
    }

    private Client client(Socket socket, Client.@Nullable Binding binding, Optional<String> token) {
        Client client = new Client(this, socket, binding);
        token.ifPresentOrElse(known -> client.signIn(known, null), client::awaitSignIn);
        return client;
    }

    private static Optional<String> token(ServerWebSocketHandshake handshake) {
        String header = handshake.headers().get(HttpHeaderNames.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(header.substring(BEARER.length()).trim());
        }
        String query = handshake.query();
        return query == null
                ? Optional.empty()
                : new QueryStringDecoder(query, false)
                        .parameters().getOrDefault("token", List.of()).stream().findFirst();
    }
}
