package tingting;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.cluster.Bus;
import tingting.cluster.LocalBus;
import tingting.cluster.LocalCache;
import tingting.cluster.SharedCache;
import tingting.config.DataDirectory;
import tingting.config.Settings;
import tingting.database.Database;
import tingting.gateway.rest.AdminRoutes;
import tingting.gateway.rest.AuthRoutes;
import tingting.gateway.rest.BlockRoutes;
import tingting.gateway.rest.ChangeRoutes;
import tingting.gateway.rest.ClosureRoutes;
import tingting.gateway.rest.DeviceRoutes;
import tingting.gateway.rest.DraftRoutes;
import tingting.gateway.rest.EditRoutes;
import tingting.gateway.rest.ExportRoutes;
import tingting.gateway.rest.FriendRoutes;
import tingting.gateway.rest.InviteRoutes;
import tingting.gateway.rest.JoinRequestRoutes;
import tingting.gateway.rest.MediaAccess;
import tingting.gateway.rest.MediaRoutes;
import tingting.gateway.rest.MemberRoutes;
import tingting.gateway.rest.MessageRoutes;
import tingting.gateway.rest.OAuthRoutes;
import tingting.gateway.rest.PasskeyRoutes;
import tingting.gateway.rest.PinRoutes;
import tingting.gateway.rest.ReactionRoutes;
import tingting.gateway.rest.ReceiptRoutes;
import tingting.gateway.rest.RecoveryRoutes;
import tingting.gateway.rest.ReportRoutes;
import tingting.gateway.rest.RoomRoutes;
import tingting.gateway.rest.RoomViews;
import tingting.gateway.rest.ScheduledRoutes;
import tingting.gateway.rest.SearchRoutes;
import tingting.gateway.rest.SecondFactorRoutes;
import tingting.gateway.rest.StickerRoutes;
import tingting.gateway.rest.UploadRoutes;
import tingting.gateway.rest.UserRoutes;
import tingting.gateway.socket.MessageVerbs;
import tingting.gateway.socket.NativeDialect;
import tingting.gateway.socket.NativeSockets;
import tingting.gateway.socket.NativeVerbs;
import tingting.gateway.socket.SignIn;
import tingting.gateway.socket.SocketLimits;
import tingting.limits.Limit;
import tingting.limits.Limiter;
import tingting.limits.Pace;
import tingting.limits.Pace.Work;
import tingting.live.Attendance;
import tingting.live.Connection;
import tingting.live.Limits;
import tingting.live.Live;
import tingting.message.UnreadNotices;
import tingting.moderation.Statistics;
import tingting.presence.Presences;
import tingting.protocol.Event;
import tingting.protocol.Ids;
import tingting.protocol.RoomEvent;
import tingting.session.Sessions;
import tingting.web.App;
import tingting.web.Health;
import tingting.web.Network;
import tingting.web.Routes;
import tingting.web.WebServer;

/// The composition root: builds every object from the ground up, and stops them in reverse. The one place that knows
/// them all.
public final class TingTing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TingTing.class);
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    /// What a client may take to say goodbye, and a request to be answered, before it is cut off.
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Settings settings;
    private final Runnable broken;
    private final Running running = new Running();
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new Ids(random);
    private final Routes routes;
    private final int port;
    private final int managementPort;
    private volatile boolean stopping;

    /// Builds and starts a server: it serves when the constructor returns.
    ///
    /// @param broken called on any thread when the server cannot go on: the process must end
    /// @throws StartFailure with a sentence, when it cannot start; nothing of it is left then
    public TingTing(Settings settings, Runnable broken) throws StartFailure {
        this.settings = settings;
        this.broken = broken;
        try {
            // the ground; event loops and the database start side by side
            CompletableFuture<Vertx> starting = CompletableFuture.supplyAsync(TingTing::vertx, TingTing::beside);
            running.add(() -> starting.join().close().await());
            DataDirectory directory = running.add(DataDirectory.open(settings.dataDir()));
            Database database = running.add(OpenDatabase.of(settings, this::databaseBroke));
            Bus bus = running.add(new LocalBus());
            SharedCache cache = new LocalCache(clock);
            Limiter limiter = Limiter.inMemory(clock);

            // the chat
            Domain domain = Domain.on(new Domain.Ground(
                    settings, directory.secrets(random), database, bus, cache, limiter, ids, clock, random, running));

            // who is connected
            NativeDialect dialect = new NativeDialect();
            Live live = new Live(
                    List.of(dialect), domain.changes(), attendance(domain.presences(), domain.statistics()), limits());
            UnreadNotices notices = running.add(new UnreadNotices(domain.unreads(), live::isHere, live::deliver));
            bus.subscribe(event -> receive(event, domain, live, notices));

            // the doors
            openConsole(new AdminDesk(domain.oversight()));
            Vertx vertx = starting.join();
            Health health = health(database);
            Pace pace = pace();
            NativeSockets sockets = sockets(domain, live, dialect, database.epoch(), pace);
            managementPort = settings.http().managementPort().isPresent()
                    ? manage(vertx, settings.http().managementPort().get(), health, domain.sessions())
                    : 0;
            routes = routes(domain, health, pace);
            port = listen(vertx, settings.http().port(), routes, sockets, domain.sessions());

            // the way out, which begins here
            running.add(() -> live.drain(settings.sockets().drain(), GOODBYE));
            running.add(() -> stopping = true);
        } catch (IOException | UncheckedIOException e) {
            running.close();
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        } catch (StartFailure | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /// The port that is served.
    public int port() {
        return port;
    }

    /// The port for health checks, 0 without one.
    public int managementPort() {
        return managementPort;
    }

    /// What the main port answers.
    Routes routes() {
        return routes;
    }

    /// The address to open.
    public String url() {
        String host = settings.http().host();
        boolean every = host.equals("0.0.0.0") || host.equals("::");
        String shown = every ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
        return settings.http().publicUrl().orElse("http://%s:%d".formatted(shown, port));
    }

    /// Advises clients to go, closes their sockets, closes the ports, writes what is queued and closes the database.
    @Override
    public void close() {
        running.close();
    }

    /// A server that `tingting admin` cannot reach serves all the same.
    private void openConsole(AdminDesk desk) {
        try {
            running.add(Console.open(settings.dataDir(), desk));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("tingting admin cannot reach this server while it runs: {}", e.getMessage());
        }
    }

    private void databaseBroke(Throwable why) {
        LOG.error(
                "A commit could not be made durable: stopping, so that nothing is acknowledged that is not kept", why);
        broken.run();
    }

    private Limits limits() {
        Settings.Sockets sockets = settings.sockets();
        Limits usual = Limits.defaults();
        return new Limits(
                sockets.frameBytes(),
                sockets.perUser(),
                sockets.heartbeat(),
                usual.pendingBytes(),
                usual.nodePendingBytes(),
                usual.closing());
    }

    private static Attendance attendance(Presences presences, Statistics statistics) {
        return new Attendance() {
            @Override
            public void arrived(Connection connection) {
                presences.connected(connection.caller().userId());
                statistics.arrived();
            }

            @Override
            public void left(Connection connection) {
                presences.disconnected(connection.caller().userId());
                statistics.left();
            }
        };
    }

    private static void receive(Event event, Domain domain, Live live, UnreadNotices notices) {
        domain.sessions().receive(event);
        domain.signals().receive(event);
        domain.readReceipts().receive(event);
        domain.statistics().receive(event);
        live.deliver(event);
        if (event instanceof RoomEvent change) {
            notices.changed(change);
            domain.disappearing().changed(change);
            domain.searchIndex().changed(change);
        }
    }

    /// Its event loops become the lanes, one a core. It reads nothing from files or the class path.
    private static Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(CORES)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    private static void beside(Runnable task) {
        Thread.ofPlatform().name("start").start(task);
    }

    private NativeSockets sockets(Domain domain, Live live, NativeDialect dialect, String epoch, Pace pace) {
        // who may send so many messages at once must be able to say so
        SocketLimits usual = SocketLimits.defaults();
        SocketLimits limits = new SocketLimits(
                SocketLimits.frames(Math.max(
                        settings.sockets().framesPerSecond(),
                        2 * settings.limits().messages().burst())),
                usual.signIn(),
                usual.hold());
        SignIn signIn = new SignIn(live, dialect, domain.sessions()::authenticate, domain.unreads(), epoch, clock);
        MessageVerbs messageVerbs =
                new MessageVerbs(domain.edits(), domain.recalls(), domain.reactions(), domain.pins(), domain.drafts());
        NativeVerbs verbs = new NativeVerbs(
                domain.messages(),
                messageVerbs,
                domain.rooms(),
                domain.unreads(),
                domain.presences(),
                domain.signals(),
                ids,
                pace);
        return new NativeSockets(live, signIn, verbs, limits);
    }

    /// Counts in memory, whatever is shared: lanes ask it. And apart from guesses, which no crowd may push out.
    private Pace pace() {
        Settings.Limits limits = settings.limits();
        return new Pace(
                Limiter.inMemory(clock),
                Map.of(
                        Work.SEND, limit("messages", limits.messages()),
                        Work.READ, limit("reads", limits.reads()),
                        Work.WRITE, limit("writes", limits.writes()),
                        Work.SIGNED_OUT, limit("signed-out", limits.signedOut())));
    }

    private static Limit limit(String name, Settings.Rate rate) {
        return Limit.perSecond(name, rate.perSecond(), rate.burst());
    }

    private Health health(Database database) {
        return new Health()
                .check("database", () -> database.read(handle -> true))
                .check("server", () -> {
                    if (stopping) {
                        throw new IllegalStateException("it is stopping");
                    }
                });
    }

    private static Routes routes(Domain domain, Health health, Pace pace) {
        Routes routes = new Routes(pace);
        health.addTo(routes);
        new App(TingTing.class.getClassLoader(), "app").addTo(routes);
        new AuthRoutes(domain.signUps(), domain.accounts(), domain.closures(), domain.sessions(), domain.profiles())
                .mount(routes);
        new OAuthRoutes(domain.oauth(), domain.oauthAccounts(), domain.oauthLinks(), domain.sessions()).mount(routes);
        new PasskeyRoutes(domain.passkeys(), domain.passkeySignIns(), domain.sessions()).mount(routes);
        new DeviceRoutes(domain.sessions()).mount(routes);
        new SecondFactorRoutes(domain.secondFactorChanges()).mount(routes);
        new RecoveryRoutes(domain.recovery()).mount(routes);
        new UserRoutes(domain.profiles(), domain.emailChanges()).mount(routes);
        new ClosureRoutes(domain.closures()).mount(routes);
        new ExportRoutes(domain.exports()).mount(routes);
        new FriendRoutes(domain.friends()).mount(routes);
        new BlockRoutes(domain.blocks()).mount(routes);
        RoomViews rooms = new RoomViews(domain.inbox(), domain.profiles());
        new RoomRoutes(domain.rooms(), domain.inbox(), rooms).mount(routes);
        new InviteRoutes(domain.invites(), rooms).mount(routes);
        new JoinRequestRoutes(domain.joinRequests(), domain.profiles()).mount(routes);
        new MemberRoutes(domain.rooms(), domain.receipts(), domain.profiles()).mount(routes);
        new MessageRoutes(domain.messages()).mount(routes);
        new ReceiptRoutes(domain.receipts(), domain.unreads()).mount(routes);
        new EditRoutes(domain.messages(), domain.edits(), domain.recalls()).mount(routes);
        new ReactionRoutes(domain.messages(), domain.reactions()).mount(routes);
        new PinRoutes(domain.messages(), domain.pins()).mount(routes);
        new DraftRoutes(domain.drafts()).mount(routes);
        new UploadRoutes(domain.uploads(), domain.downloads()).mount(routes);
        MediaAccess media = new MediaAccess(domain.sessions()::authenticate, pace);
        new MediaRoutes(domain.downloads(), domain.links(), media).mount(routes);
        new StickerRoutes(domain.stickers(), media).mount(routes);
        new ScheduledRoutes(domain.scheduled()).mount(routes);
        new ChangeRoutes(domain.changes()).mount(routes);
        new SearchRoutes(domain.search()).mount(routes);
        new ReportRoutes(domain.reports()).mount(routes);
        new AdminRoutes(
                        domain.oversight(),
                        domain.directory(),
                        domain.reports(),
                        domain.removals(),
                        domain.audit(),
                        domain.statistics())
                .mount(routes);
        return routes;
    }

    /// The second port, where nobody but the operator comes.
    private int manage(Vertx vertx, int port, Health health, Sessions sessions) throws StartFailure {
        Routes routes = new Routes(Pace.unlimited());
        health.addTo(routes);
        return listen(vertx, port, routes, handshake -> handshake.reject(404), sessions);
    }

    private int listen(
            Vertx vertx, int port, Routes routes, Handler<ServerWebSocketHandshake> sockets, Sessions sessions)
            throws StartFailure {
        Settings.Http http = settings.http();
        WebServer server = new WebServer(
                vertx,
                new WebServer.Options(http.host(), port, settings.sockets().frameBytes()),
                new Network(http.trustedProxies(), http.publicUrl(), http.corsOrigins()),
                sessions::authenticate,
                ids,
                routes,
                sockets);
        try {
            int taken = server.start(CORES);
            running.add(() -> server.stop(GOODBYE));
            return taken;
        } catch (Exception e) {
            // the transport's own words come first: bind(..) failed with error(-98): Address already in use
            String why = String.valueOf(e.getMessage()).replaceFirst("^bind.*: ", "");
            throw new StartFailure("The server cannot listen on %s, port %d: %s.".formatted(http.host(), port, why), e);
        }
    }
}
