package tingting.live;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;
import tingting.protocol.UserEvent;

/// One event loop with the connections that live on it. Everything here but [#execute], [#call] and [#isOverloaded]
/// happens on the loop's thread: no locks. What others want done is queued, done in one go a turn, and each
/// connection that was written to is flushed once at the end of the turn. After a turn for a crowd it rests a little.
public final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int TASKS_A_TURN = 64;
    private static final int OVERLOADED = 8_192;
    /// After a turn that flushed so many connections a lane rests, unless much waits already: what comes meanwhile
    /// leaves with one flush, and a flush costs as much as ten frames in it.
    private static final int CROWD = 100;

    private final EventLoop loop;
    private final Rooms rooms;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final List<Outlet> unflushed = new ArrayList<>();
    private final Map<UUID, Audience> audiences = new HashMap<>();
    private final Map<UUID, List<Connection>> users = new HashMap<>();
    private final Wheel wheel;
    private final Duration rest;

    Lane(EventLoop loop, Rooms rooms, Limits limits, Pressure pressure) {
        this.loop = loop;
        this.rooms = rooms;
        this.wheel = new Wheel(loop, limits.heartbeat());
        this.rest = limits.rest();
        loop.scheduleAtFixedRate(() -> run(() -> pressure.relieve(this, wheel.sockets())), 1, 1, TimeUnit.SECONDS);
    }

    EventLoop loop() {
        return loop;
    }

    Wheel wheel() {
        return wheel;
    }

    /// Has the task done on the lane, after those that were given before. Never blocks; safe from any thread.
    public void execute(Runnable task) {
        waiting.incrementAndGet();
        tasks.add(task);
        wake();
    }

    /// Has it done on the lane and answers what came out, or the accident. Safe from any thread.
    public <T> CompletableFuture<T> call(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, this::execute);
    }

    /// Has it done on the lane after a while, unless it is cancelled before.
    public Future<?> after(Duration delay, Runnable task) {
        return loop.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Whether this thread is the lane's.
    public boolean isCurrent() {
        return loop.inEventLoop();
    }

    /// Whether more is waiting than can be done soon. Safe from any thread.
    boolean isOverloaded() {
        return waiting.get() > OVERLOADED;
    }

    /// Sees to it that the outlet is flushed at the end of this turn; on the lane, once a turn for each outlet.
    void flushLater(Outlet outlet) {
        unflushed.add(outlet);
        wake();
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            loop.execute(this::turn);
        }
    }

    private void turn() {
        for (int i = 0; i < TASKS_A_TURN; i++) {
            Runnable task = tasks.poll();
            if (task == null) {
                break;
            }
            waiting.decrementAndGet();
            run(task);
        }
        int flushed = unflushed.size();
        for (int i = 0; i < flushed; i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
        if (flushed < CROWD || rest.isZero() || waiting.get() >= TASKS_A_TURN) {
            rested();
        } else {
            loop.schedule(this::rested, rest.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void rested() {
        awake.set(false);
        if (!tasks.isEmpty() || !unflushed.isEmpty()) {
            wake();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // one task's accident must not cost the others their turn
            LOG.error("a lane's task failed", e);
        }
    }

    void add(Connection connection) {
        users.computeIfAbsent(connection.caller().userId(), id -> new ArrayList<>(1))
                .add(connection);
    }

    void remove(Connection connection) {
        users.computeIfPresent(connection.caller().userId(), (id, connections) -> {
            connections.remove(connection);
            return connections.isEmpty() ? null : connections;
        });
    }

    /// All connections, for a walk during which some may go.
    List<Connection> connections() {
        return users.values().stream().flatMap(List::stream).toList();
    }

    /// The room's audience on this lane, which hears of the room from now on.
    Audience audience(UUID roomId) {
        return audiences.computeIfAbsent(roomId, id -> rooms.join(id, this));
    }

    void removed(Audience audience) {
        if (audience.isEmpty()) {
            audiences.remove(audience.feed().roomId(), audience);
            rooms.leave(audience.feed(), this, audience.handed());
        }
    }

    /// Passes a change: who joins hears it, then it is delivered, then who left hears no more.
    void pass(Feed feed, RoomEvent event, Broadcast broadcast) {
        Audience audience = audiences.get(event.roomId());
        for (UUID userId : event.joined()) {
            for (Connection connection : users.getOrDefault(userId, List.of())) {
                if (connection.listensTo(event.roomId()) && connection.listener(event.roomId()) == null) {
                    audience = audiences.computeIfAbsent(event.roomId(), id -> new Audience(feed, event.rev() - 1));
                    // the birth of a room has rev 0, which nobody is told
                    connection.join(audience, Math.max(0, event.rev() - 1), event.joinedFrom());
                }
            }
        }
        if (audience != null) {
            audience.pass(event, broadcast);
        }
        broadcast.passed();
        for (UUID userId : event.left()) {
            for (Connection connection : List.copyOf(users.getOrDefault(userId, List.of()))) {
                connection.leave(event.roomId(), event.rev());
            }
        }
        if (!audiences.containsKey(event.roomId())) {
            rooms.leave(feed, this, event.rev());
        }
    }

    void tellRoom(RoomSignal signal, Broadcast broadcast) {
        Audience audience = audiences.get(signal.roomId());
        if (audience != null) {
            audience.tell(signal, broadcast);
        }
        broadcast.passed();
    }

    void tellUser(UserEvent event, Broadcast broadcast) {
        for (Connection connection : List.copyOf(users.getOrDefault(event.userId(), List.of()))) {
            connection.tell(event, broadcast.in(connection.dialect()));
        }
        broadcast.passed();
    }
}
