package tingting.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.UserEvent;

/// Who is there. Each living connection is a lease: a person is online with the first one, at once, and offline a
/// grace after the last one ended. Only transitions are told, and only to those who may see them: friends, the
/// other ones of open direct rooms, and who asked to watch.
public final class Presences implements AutoCloseable {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(Presences.class);

    /// Somebody's presence as one viewer sees it; `lastSeen` is null while there and where it may not be known.
    public record Seen(String status, @Nullable Instant lastSeen) {
        static final Seen HIDDEN = new Seen(Status.OFFLINE, null);
    }

    /// One person who is there, or was until just now.
    private record Lease(int connections, Status status, long ended) {}

    private final Database database;
    private final Bus bus;
    private final InstantSource clock;
    private final Duration grace;
    private final ConcurrentMap<UUID, Lease> leases = new ConcurrentHashMap<>();
    /// Whom somebody watches, by the watched one: viewer → how many of their connections.
    private final ConcurrentMap<UUID, Map<UUID, Integer>> watchers = new ConcurrentHashMap<>();
    private final Map<UUID, String> told = new HashMap<>();
    private final BlockingQueue<UUID> changed = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("presence-timer").daemon().factory());
    private final Thread thread;
    private volatile boolean closing;

    public Presences(Database database, Bus bus, InstantSource clock, Duration grace) {
        this.database = database;
        this.bus = bus;
        this.clock = clock;
        this.grace = grace;
        this.thread = Thread.ofVirtual().name("presence").start(this::loop);
    }

    /// A connection of this person began. Never blocks.
    public void connected(UUID userId) {
        leases.compute(
                userId,
                (id, lease) -> lease == null
                        ? new Lease(1, Status.ONLINE, 0)
                        : new Lease(lease.connections + 1, lease.status, 0));
        changed.add(userId);
    }

    /// A connection of this person ended. Never blocks.
    public void disconnected(UUID userId) {
        long now = System.nanoTime();
        Lease left = leases.computeIfPresent(
                userId, (id, lease) -> new Lease(Math.max(0, lease.connections - 1), lease.status, now));
        if (left != null && left.connections == 0) {
            timer.schedule(() -> end(userId, now), grace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void end(UUID userId, long ended) {
        leases.computeIfPresent(userId, (id, lease) -> lease.connections == 0 && lease.ended == ended ? null : lease);
        changed.add(userId);
    }

    /// What a person says of themselves, for all their connections. Never blocks.
    public void say(UUID userId, Status status) {
        leases.computeIfPresent(userId, (id, lease) -> new Lease(lease.connections, status, lease.ended));
        changed.add(userId);
    }

    /// Whether the person has a connection to this node. Never blocks.
    public boolean here(UUID userId) {
        Lease lease = leases.get(userId);
        return lease != null && lease.connections > 0;
    }

    /// The presence of these people as the viewer may see it: whom they may not see is offline. Blocks.
    public Map<UUID, Seen> seenBy(UUID viewer, Collection<UUID> people) {
        return database.read(handle -> {
            Set<UUID> visible = new HashSet<>(PresenceStore.visible(handle, viewer, people));
            if (people.contains(viewer)) {
                visible.add(viewer);
            }
            Map<UUID, Instant> lastSeen = PresenceStore.lastSeen(handle, visible);
            Map<UUID, Seen> seen = new HashMap<>();
            for (UUID userId : people) {
                seen.put(userId, visible.contains(userId) ? now(userId, lastSeen.get(userId)) : Seen.HIDDEN);
            }
            return seen;
        });
    }

    private Seen now(UUID userId, @Nullable Instant lastSeen) {
        String status = status(userId);
        return new Seen(status, status.equals(Status.OFFLINE) ? lastSeen : null);
    }

    private String status(UUID userId) {
        Lease lease = leases.get(userId);
        return lease == null ? Status.OFFLINE : lease.status.seen();
    }

    /// Lets a connection of the viewer be told of these people, besides those of whom it is told anyway. Never
    /// blocks.
    public void watch(UUID viewer, Collection<UUID> people) {
        people.forEach(userId -> watchers.computeIfAbsent(userId, id -> new ConcurrentHashMap<>())
                .merge(viewer, 1, Integer::sum));
    }

    /// Ends what [#watch] began, with the same people. Never blocks.
    public void unwatch(UUID viewer, Collection<UUID> people) {
        people.forEach(userId -> watchers.computeIfPresent(userId, (id, viewers) -> {
            viewers.computeIfPresent(viewer, (v, count) -> count > 1 ? count - 1 : null);
            return viewers.isEmpty() ? null : viewers;
        }));
    }

    private void loop() {
        try {
            while (!closing) {
                Set<UUID> people = new LinkedHashSet<>();
                people.add(changed.take());
                changed.drainTo(people, 499);
                tellGuarded(people);
            }
        } catch (InterruptedException e) {
            LOG.debug("Presence stops", e);
        }
    }

    private void tellGuarded(Set<UUID> people) {
        try {
            tell(people);
        } catch (RuntimeException e) {
            LOG.warn("Changes of presence could not be told", e);
        }
    }

    /// Tells the transitions since the last telling. All are written in one transaction: when a crowd reconnects, a
    /// commit for each would keep the disk busy for longer than the crowd's messages.
    private void tell(Set<UUID> people) {
        SortedMap<UUID, String> changes = new TreeMap<>();
        for (UUID userId : people) {
            String status = status(userId);
            if (!status.equals(told.getOrDefault(userId, Status.OFFLINE))) {
                changes.put(userId, status);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        database.run(handle -> changes.forEach(
                (userId, status) -> PresenceStore.save(handle, userId, !status.equals(Status.OFFLINE), now)));
        Map<UUID, Set<UUID>> viewers = database.read(handle -> {
            Map<UUID, Set<UUID>> all = new HashMap<>();
            changes.keySet().forEach(userId -> all.put(userId, viewers(handle, userId)));
            return all;
        });
        changes.forEach((userId, status) -> publish(userId, status, viewers.getOrDefault(userId, Set.of()), now));
    }

    private Set<UUID> viewers(Handle handle, UUID userId) {
        Set<UUID> all = new HashSet<>(PresenceStore.told(handle, userId));
        all.addAll(PresenceStore.visible(
                handle, userId, watchers.getOrDefault(userId, Map.of()).keySet()));
        all.add(userId);
        return all;
    }

    private void publish(UUID userId, String status, Set<UUID> viewers, Instant now) {
        boolean offline = status.equals(Status.OFFLINE);
        if (offline) {
            told.remove(userId);
        } else {
            told.put(userId, status);
        }
        var body = new UserEvent.Presence(userId, status, offline ? now : null);
        viewers.forEach(viewer -> bus.publish(new UserEvent(viewer, body)));
    }

    /// Everybody's leases end with the node.
    @Override
    public void close() {
        timer.shutdownNow();
        // woken by a name, not by an interrupt: that could break off a statement
        closing = true;
        changed.add(NOBODY);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Instant now = clock.instant();
        Set<UUID> here = Set.copyOf(leases.keySet());
        if (!here.isEmpty()) {
            database.run(handle -> here.forEach(userId -> PresenceStore.save(handle, userId, false, now)));
        }
    }
}
