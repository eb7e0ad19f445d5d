package tingting.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tingting.protocol.Ids;

/// Listens, on every event loop at once: each connection lives on one of them.
public final class WebServer {
    private static final int IDLE_SECONDS = 75;
    private static final int BACKLOG = 4096;
    private static final int START_SECONDS = 10;

    /// @param port 0 for a free one
    /// @param frameBytes longest frame, and longest message, of a WebSocket
    public record Options(String host, int port, int frameBytes) {}

    private final Vertx vertx;
    private final Options options;
    private final Network network;
    private final Consumer<HttpServerRequest> requests;
    private final Handler<ServerWebSocketHandshake> sockets;
    private final ExecutorService threads;
    private final Queue<HttpServer> servers = new ConcurrentLinkedQueue<>();

    /// @param sockets takes every WebSocket handshake but those from foreign pages, on an event loop: accepts or
    ///     rejects it
    public WebServer(
            Vertx vertx,
            Options options,
            Network network,
            Authenticator authenticator,
            Ids ids,
            Routes routes,
            Handler<ServerWebSocketHandshake> sockets) {
        this.vertx = vertx;
        this.options = options;
        this.network = network;
        this.sockets = sockets;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 0).factory());
        requests = new Dispatcher(network, authenticator, ids, threads).requests(vertx, routes);
    }

    /// Begins to listen; blocks until it does.
    ///
    /// @param eventLoops how many listen
    /// @return the port
    /// @throws java.net.BindException when the port is taken (unchecked, as Vert.x throws it)
    public int start(int eventLoops) {
        DeploymentOptions instances = new DeploymentOptions().setInstances(eventLoops);
        try {
            vertx.deployVerticle(Listener::new, instances).await(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The server does not come to listen.", e);
        }
        return servers.element().actualPort();
    }

    /// Takes no new connection, and waits for the requests that are being answered. WebSockets are not its own: end
    /// them first.
    ///
    /// @param bound after which those left are cut off
    public void stop(Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        List<Future<Void>> closing =
                servers.stream().map(server -> server.shutdown(bound)).toList();
        threads.shutdown();
        try {
            Future.join(closing).await(bound.toMillis(), TimeUnit.MILLISECONDS);
            if (!threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        } catch (TimeoutException late) {
            threads.shutdownNow();
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// A free port is one for all listeners of this server, and for none of another's: Vert.x tells them apart by a
    /// number.
    private SocketAddress address() {
        return options.port() == 0
                ? SocketAddress.sharedRandomPort(System.identityHashCode(this), options.host())
                : SocketAddress.inetSocketAddress(options.port(), options.host());
    }

    private static HttpServerOptions http(int frameBytes) {
        return new HttpServerOptions()
                .setAcceptBacklog(BACKLOG)
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setRegisterWebSocketWriteHandlers(false)
                .setMaxWebSocketFrameSize(frameBytes)
                .setMaxWebSocketMessageSize(frameBytes);
    }

    private void shake(ServerWebSocketHandshake handshake) {
        Origin origin = network.peer(handshake.headers(), handshake.remoteAddress(), handshake.scheme())
                .origin();
        if (origin == Origin.FOREIGN) {
            handshake.reject(403);
        } else {
            sockets.handle(handshake);
        }
    }

    private final class Listener extends VerticleBase {
        @Override
        public Future<?> start() {
            return vertx.createHttpServer(http(options.frameBytes()))
                    .requestHandler(requests::accept)
                    .webSocketHandshakeHandler(WebServer.this::shake)
                    .listen(address())
                    .onSuccess(servers::add);
        }
    }
}
