package tingting.live;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalIoHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;
import tingting.protocol.Event;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// A node without sockets, and one room whose changes and members are kept in memory as a database would.
final class World implements AutoCloseable {
    private static final Limits LIMITS =
            new Limits(64 * 1024, 1000, Duration.ofSeconds(25), 1 << 20, 1 << 30, Duration.ofSeconds(1));

    final UUID room = UUID.randomUUID();
    final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(3, LocalIoHandler.newFactory());
    final Live live = new Live(List.of(new Plain()), new Kept(), Attendance.ignored(), LIMITS);
    private final List<RoomEvent> kept = new ArrayList<>();
    /// Who is a member, and since which change.
    private final Map<UUID, Long> members = new HashMap<>();

    /// Tells a change by its rev alone.
    private static final class Plain implements Dialect {
        @Override
        public void encode(Event event, OutputStream out) throws IOException {
            String text = switch (event) {
                case RoomEvent change -> "rev " + change.rev();
                case UserEvent told -> told.body().type();
                default -> "signal";
            };
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void encodeDrain(Duration grace, OutputStream out) {}
    }

    /// Commits the next change: from now on a reader sees it. It is delivered by whoever wants to.
    synchronized RoomEvent commit(Set<UUID> joined, Set<UUID> left) {
        RoomEvent event = new RoomEvent(
                room, kept.size() + 1, new RoomEvent.MessagePinned(UUID.randomUUID(), UUID.randomUUID()), joined, left);
        kept.add(event);
        joined.forEach(user -> members.put(user, event.rev()));
        members.keySet().removeAll(left);
        return event;
    }

    RoomEvent commit() {
        return commit(Set.of(), Set.of());
    }

    synchronized long rev() {
        return kept.size();
    }

    private final class Kept implements ChangeSource {
        @Override
        public List<RoomEvent> after(UUID roomId, long rev, int limit) {
            return changes(rev, limit);
        }

        @Override
        public List<RoomEvent> after(Caller reader, UUID roomId, long rev, int limit) {
            return changes(Math.max(rev, joined(reader.userId()) - 1), limit);
        }
    }

    private synchronized List<RoomEvent> changes(long after, int limit) {
        return List.copyOf(
                kept.subList((int) Math.min(after, kept.size()), (int) Math.min(after + limit, kept.size())));
    }

    private synchronized long joined(UUID userId) {
        Long joined = members.get(userId);
        if (joined == null) {
            throw Problem.notFound();
        }
        return joined;
    }

    synchronized boolean isMember(UUID userId) {
        return members.containsKey(userId);
    }

    synchronized Map<UUID, Long> revs(UUID userId) {
        Map<UUID, Long> revs = new HashMap<>();
        if (isMember(userId)) {
            revs.put(room, (long) kept.size());
        }
        return revs;
    }

    /// A connection of the user that has arrived and is still held; answers where its user stood.
    Client arrive(UUID userId) {
        return arrive(userId, () -> {});
    }

    /// The same, with something that happens after its user's standing was read and before anybody acts on that.
    Client arrive(UUID userId, Runnable meanwhile) {
        Client client = new Client();
        Lane lane = live.lane(loops.next());
        client.connection = live.connection(
                lane,
                client.outlet,
                new Caller(userId, UUID.randomUUID()),
                live.dialects().getFirst(),
                null);
        client.standing = live.arrive(client.connection, new Arrival<Map<UUID, Long>>() {
                    @Override
                    public Collection<UUID> rooms() {
                        return World.this.revs(userId).keySet();
                    }

                    @Override
                    public Map<UUID, Long> read() {
                        Map<UUID, Long> standing = World.this.revs(userId);
                        meanwhile.run();
                        return standing;
                    }

                    @Override
                    public Map<UUID, Place> places(Map<UUID, Long> snapshot) {
                        Map<UUID, Place> places = new HashMap<>();
                        snapshot.forEach((roomId, rev) -> places.put(roomId, new Place(rev, 0)));
                        return places;
                    }
                })
                .orElseThrow();
        return client;
    }

    static final class Client {
        final Remembering outlet = new Remembering();

        @Nullable
        Connection connection;

        Map<UUID, Long> standing = Map.of();

        Connection connection() {
            return java.util.Objects.requireNonNull(connection);
        }

        void release() {
            connection()
                    .lane()
                    .call(() -> {
                        connection().release();
                        return true;
                    })
                    .join();
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 100, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }
}
