package tingting.live;

import io.netty.channel.EventLoop;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.Caller;
import tingting.protocol.Event;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;
import tingting.protocol.UserEvent;

/// Everything that lives on this node: gateways bring connections, the bus brings events. Safe from any thread.
public final class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private final List<Dialect> dialects;
    private final Attendance attendance;
    private final Limits limits;
    private final Roster roster = new Roster();
    private final Pressure pressure;
    private final Rooms rooms;
    private final Replay replay;
    private final Takeover takeover = new Takeover(this);
    private final ConcurrentHashMap<EventLoop, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean draining;

    /// @param dialects of every gateway that will bring connections
    public Live(List<Dialect> dialects, ChangeSource source, Attendance attendance, Limits limits) {
        this.dialects = List.copyOf(dialects);
        this.attendance = attendance;
        this.limits = limits;
        this.pressure = new Pressure(limits.nodePendingBytes());
        this.rooms = new Rooms(this.dialects, source, roster);
        this.replay = new Replay(source, this.dialects);
    }

    public Limits limits() {
        return limits;
    }

    /// The lane of an event loop.
    public Lane lane(EventLoop loop) {
        return lanes.computeIfAbsent(loop, key -> new Lane(key, rooms, limits, pressure));
    }

    /// Hands the event to whom it concerns on this node; never blocks. Changes of one room may come in any order and
    /// more than once: each is delivered once and in order.
    public void deliver(Event event) {
        switch (event) {
            case RoomEvent change -> rooms.deliver(change);
            case RoomSignal signal -> rooms.deliver(signal);
            case UserEvent told -> {
                Lane[] there = roster.lanes(told.userId());
                Broadcast broadcast = new Broadcast(told, dialects, there.length);
                for (Lane lane : there) {
                    lane.execute(() -> lane.tellUser(told, broadcast));
                }
            }
        }
    }

    // ---- connections

    /// Shakes hands with a client that asks for a WebSocket; the receiver is made for the new socket before
    /// anything is read from it. On the event loop of the request.
    public void accept(ServerWebSocketHandshake handshake, Function<Socket, Socket.Receiver> receiver) {
        if (draining) {
            handshake.reject(503);
        } else {
            takeover.accept(handshake, receiver);
        }
    }

    /// A connection for a caller who is known; it hears nothing before [#arrive].
    ///
    /// @param room the only room to listen to, null for all of the caller's
    public Connection connection(Lane lane, Outlet outlet, Caller caller, Dialect dialect, @Nullable UUID room) {
        return new Connection(this, lane, outlet, caller, dialects.indexOf(dialect), room);
    }

    /// Registers the connection and reads where its user stands; the connection stays held until it is released, and
    /// nothing that happens after this standing is lost to it. Empty when it was refused, and closed. Blocks: on a
    /// virtual thread only.
    ///
    /// Register first, read then: a change that is not in the snapshot is committed after the lane began to listen.
    public <S> Optional<S> arrive(Connection connection, Arrival<S> arrival) {
        Lane lane = connection.lane();
        if (!lane.call(() -> enter(connection)).join()) {
            return Optional.empty();
        }
        Collection<UUID> roomIds = arrival.rooms();
        lane.call(() -> connection.expect(roomIds)).join();
        S snapshot = arrival.read();
        Map<UUID, Arrival.Place> places = arrival.places(snapshot);
        boolean there = lane.call(() -> connection.settle(places)).join();
        return there ? Optional.of(snapshot) : Optional.empty();
    }

    /// Whether the user has a connection to this node.
    public boolean isHere(UUID userId) {
        return roster.has(userId);
    }

    private boolean enter(Connection connection) {
        if (connection.isGone()) {
            return false;
        }
        if (draining) {
            connection.close(CloseCode.RESTART);
            return false;
        }
        // the newest is refused: what already works keeps working
        if (!roster.enter(connection.caller().userId(), connection.lane(), limits.connectionsPerUser())) {
            connection.close(CloseCode.TOO_MANY_CONNECTIONS);
            return false;
        }
        connection.enter();
        attendance.arrived(connection);
        return true;
    }

    /// The connection has left its lane; on the lane.
    void left(Connection connection) {
        roster.leave(connection.caller().userId(), connection.lane());
        attendance.left(connection);
    }

    /// Gives a held connection the room's changes after `afterRev` up to `upTo`, where its snapshot shows the room, and
    /// leaves it there; answers how many there were. Blocks until the client has read most of them: on a virtual
    /// thread only.
    public int replay(Connection connection, UUID roomId, long afterRev, long upTo) {
        Optional<Listener> listener = connection
                .lane()
                .call(() -> connection.putBack(roomId, upTo, afterRev))
                .join();
        return listener.map(there -> replay.bring(there, upTo).orElse(0)).orElse(0);
    }

    /// Brings listeners that are behind up to date and live.
    void catchUp(Connection connection, List<Listener> behind) {
        Thread.ofVirtual().name("catch-up").start(() -> {
            try {
                for (Listener listener : behind) {
                    catchUp(connection.lane(), listener);
                }
            } catch (RuntimeException e) {
                LOG.warn("Changes could not be read, a connection will have to resume: {}", e.toString());
                connection.lane().execute(() -> connection.close(CloseCode.SLOW_CONSUMER));
            }
        });
    }

    private void catchUp(Lane lane, Listener listener) {
        while (!lane.call(() -> listener.isRemoved() || listener.goLive()).join()) {
            long passed = lane.call(listener.audience::passed).join();
            OptionalInt brought = replay.bring(listener, passed);
            if (brought.isEmpty()) {
                return;
            }
            if (brought.getAsInt() == 0 && !lane.call(listener::isRemoved).join()) {
                throw new IllegalStateException("changes that were delivered are not in the database");
            }
        }
    }

    /// How many connections are signed in on this node.
    public int connections() {
        return roster.connections();
    }

    /// How many rooms somebody listens to on this node.
    public int liveRooms() {
        return rooms.size();
    }

    List<Dialect> dialects() {
        return dialects;
    }

    // ---- the end

    /// Advises every client to go elsewhere, waits until they have, at most `grace`; closes who is left with 1012 and
    /// resets who does not answer within `bound`. New connections are refused from now on. Blocks.
    public void drain(Duration grace, Duration bound) {
        draining = true;
        onEachLane(lane -> lane.connections()
                .forEach(connection -> connection.send(
                        out -> dialects.get(connection.dialect()).encodeDrain(grace, out))));
        waitUntil(() -> sockets() == 0 && connections() == 0, grace);
        onEachLane(lane -> {
            lane.connections().forEach(connection -> connection.close(CloseCode.RESTART));
            lane.wheel().sockets().forEach(socket -> socket.close(CloseCode.RESTART));
        });
        waitUntil(() -> sockets() == 0, bound);
        onEachLane(lane -> lane.wheel().sockets().forEach(Socket::reset));
    }

    private void onEachLane(Consumer<Lane> task) {
        lanes.values().forEach(lane -> lane.execute(() -> task.accept(lane)));
    }

    /// How many sockets are open on this node, signed in or not. Blocks shortly.
    int sockets() {
        return lanes.values().stream()
                .mapToInt(lane -> lane.call(() -> lane.wheel().size()).join())
                .sum();
    }

    private static void waitUntil(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
