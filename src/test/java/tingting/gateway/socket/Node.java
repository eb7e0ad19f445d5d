package tingting.gateway.socket;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tingting.account.ReadReceipts;
import tingting.cluster.LocalBus;
import tingting.database.Database;
import tingting.limits.Limit;
import tingting.limits.Limiter;
import tingting.limits.Pace;
import tingting.limits.Pace.Work;
import tingting.live.Attendance;
import tingting.live.Connection;
import tingting.live.Limits;
import tingting.live.Live;
import tingting.message.Changes;
import tingting.message.Draft;
import tingting.message.Drafts;
import tingting.message.Edits;
import tingting.message.MessageKind;
import tingting.message.MessageRooms;
import tingting.message.Messages;
import tingting.message.Pins;
import tingting.message.Reactions;
import tingting.message.Recalls;
import tingting.message.SendReceipt;
import tingting.message.Signals;
import tingting.message.UnreadNotices;
import tingting.message.Unreads;
import tingting.presence.Presences;
import tingting.protocol.Caller;
import tingting.protocol.Event;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;
import tingting.room.Journal;
import tingting.room.RoomDraft;
import tingting.room.RoomKind;
import tingting.room.Rooms;
import tingting.sticker.Stickers;
import tingting.testing.People;
import tingting.testing.TestClient;
import tingting.testing.TestDatabase;

/// A server that has native sockets and nothing else. A person's token is their session's id.
final class Node implements AutoCloseable {
    private final TestDatabase test = TestDatabase.create();
    private final Database database = test.database();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final Map<String, Caller> sessions = new ConcurrentHashMap<>();
    private final People people = new People(database);
    private final Ids ids = new Ids(new SecureRandom());
    private final Presences presences;
    private final Signals signals;
    private final Unreads unreads;
    private final UnreadNotices notices;
    private final NativeSockets sockets;
    private final HttpServer server;
    final LocalBus bus = new LocalBus();
    final Journal journal = new Journal(database, bus, InstantSource.system());
    final Rooms rooms = new Rooms(database, journal, ids);
    final Messages messages = new Messages(database, journal, new Stickers(), ids, 10_000);
    final Changes changes = new Changes(database);
    final Live live;

    Node() {
        this(Limits.defaults(), SocketLimits.defaults());
    }

    Node(Limits limits, SocketLimits socketLimits) {
        ReadReceipts readReceipts = new ReadReceipts(database);
        signals = new Signals(database, bus, readReceipts);
        unreads = new Unreads(database, bus, signals);
        presences = new Presences(database, bus, InstantSource.system(), Duration.ofSeconds(10));
        NativeDialect dialect = new NativeDialect();
        live = new Live(List.of(dialect), changes, attendance(), limits);
        notices = new UnreadNotices(unreads, live::isHere, live::deliver);
        bus.subscribe(this::receive);
        SignIn signIn = new SignIn(live, dialect, this::caller, unreads, "epoch-1", InstantSource.system());
        MessageRooms messageRooms = new MessageRooms(database);
        MessageVerbs messageVerbs = new MessageVerbs(
                new Edits(database, journal, messageRooms, 10_000),
                new Recalls(journal, messageRooms),
                new Reactions(database, journal, messageRooms),
                new Pins(database, journal, messageRooms),
                new Drafts(journal, 10_000));
        Pace pace = new Pace(
                Limiter.inMemory(InstantSource.system()), Map.of(Work.SEND, Limit.perSecond("messages", 30, 60)));
        NativeVerbs verbs = new NativeVerbs(messages, messageVerbs, rooms, unreads, presences, signals, ids, pace);
        sockets = new NativeSockets(live, signIn, verbs, socketLimits);
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setPerMessageWebSocketCompressionSupported(false))
                .webSocketHandshakeHandler(sockets)
                .listen(0, "127.0.0.1")
                .await();
    }

    private void receive(Event event) {
        signals.receive(event);
        live.deliver(event);
        if (event instanceof RoomEvent change) {
            notices.changed(change);
        }
    }

    private Attendance attendance() {
        return new Attendance() {
            @Override
            public void arrived(Connection connection) {
                presences.connected(connection.caller().userId());
            }

            @Override
            public void left(Connection connection) {
                presences.disconnected(connection.caller().userId());
            }
        };
    }

    private Caller caller(String token) {
        Caller caller = sessions.get(token);
        if (caller == null) {
            throw Problem.unauthenticated();
        }
        return caller;
    }

    Caller person(String name) {
        Caller caller = people.add(name);
        sessions.put(token(caller), caller);
        return caller;
    }

    static String token(Caller caller) {
        return caller.sessionId().toString();
    }

    void revoke(Caller caller) {
        sessions.remove(token(caller));
        bus.publish(new UserEvent(caller.userId(), new UserEvent.SessionRevoked(caller.sessionId())));
    }

    UUID group(Caller owner, Caller... others) {
        List<UUID> members = java.util.Arrays.stream(others).map(Caller::userId).toList();
        return rooms.create(owner, new RoomDraft(RoomKind.GROUP, "group", null, null, java.util.Set.copyOf(members)))
                .join();
    }

    SendReceipt say(Caller caller, UUID room, String text) {
        return messages.send(caller, new Draft(room, ids.next(), MessageKind.TEXT, text, null, null, List.of()))
                .join();
    }

    long userRev(Caller caller) {
        return unreads.standing(caller.userId()).userRev();
    }

    Set<String> requests() {
        return sockets.verbs().types();
    }

    int port() {
        return server.actualPort();
    }

    /// A client that is signed in; its `ready` is its first frame.
    TestClient client(Caller caller) {
        return TestClient.open(port(), "/ws?token=" + token(caller));
    }

    /// A client that has got its `ready` and hears live events.
    TestClient listening(Caller caller) {
        TestClient client = client(caller);
        client.await("ready");
        client.tell("typing", Map.of());
        client.await("error");
        return client;
    }

    @Override
    public void close() {
        live.drain(Duration.ZERO, Duration.ofSeconds(2));
        server.close().await();
        vertx.close().await();
        notices.close();
        presences.close();
        test.close();
    }
}
