package tingting.live;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Which users have connections on this node, and on which lanes. Safe from any thread.
final class Roster {
    private static final Lane[] NOWHERE = {};

    /// One entry for each connection, so that the length counts them; never changed in place.
    private final ConcurrentHashMap<UUID, Lane[]> users = new ConcurrentHashMap<>();

    private final AtomicInteger connections = new AtomicInteger();

    /// Counts a connection in; refuses it when the user has `max` already.
    boolean enter(UUID userId, Lane lane, int max) {
        Lane[] after = users.compute(userId, (id, before) -> {
            Lane[] lanes = before == null ? NOWHERE : before;
            // one too many marks the refusal and is taken back below
            Lane[] more = Arrays.copyOf(lanes, lanes.length + 1);
            more[lanes.length] = lane;
            return more;
        });
        connections.incrementAndGet();
        if (after.length > max) {
            leave(userId, lane);
            return false;
        }
        return true;
    }

    void leave(UUID userId, Lane lane) {
        connections.decrementAndGet();
        users.computeIfPresent(userId, (id, before) -> {
            if (before.length == 1) {
                return null;
            }
            int at = Arrays.asList(before).indexOf(lane);
            Lane[] fewer = Arrays.copyOf(before, before.length - 1);
            System.arraycopy(before, at + 1, fewer, at, fewer.length - at);
            return fewer;
        });
    }

    /// The lanes of the user's connections, each once.
    Lane[] lanes(UUID userId) {
        Lane[] lanes = users.getOrDefault(userId, NOWHERE);
        return lanes.length < 2 ? lanes : Arrays.stream(lanes).distinct().toArray(Lane[]::new);
    }

    /// Those lanes and the lanes of the users' connections, each once.
    Lane[] lanes(Lane[] those, Set<UUID> userIds) {
        Set<Lane> all = new LinkedHashSet<>(Arrays.asList(those));
        for (UUID userId : userIds) {
            all.addAll(Arrays.asList(users.getOrDefault(userId, NOWHERE)));
        }
        return all.toArray(Lane[]::new);
    }

    boolean hasAny(Set<UUID> userIds) {
        return userIds.stream().anyMatch(users::containsKey);
    }

    boolean has(UUID userId) {
        return users.containsKey(userId);
    }

    int connections() {
        return connections.get();
    }
}
