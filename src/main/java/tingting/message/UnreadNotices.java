package tingting.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.RoomEvent;
import tingting.protocol.UserEvent;

/// Tells unread counts after new messages: at once in direct rooms, once a second in all others; and has the
/// marks written and the receipts told once a second. Each node does so for the people connected to it.
public final class UnreadNotices implements AutoCloseable {
    private static final long BEAT_MILLIS = 1000;
    /// Between two readings of counts: under load one reading serves many rooms, and a lone message does not wait.
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final UUID NOWHERE = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(UnreadNotices.class);

    private final Unreads unreads;
    private final Predicate<UUID> here;
    private final Consumer<UserEvent> receiver;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final LinkedBlockingQueue<UUID> changed = new LinkedBlockingQueue<>();
    private final Cache<UUID, Boolean> direct =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private final Set<UUID> untold = new LinkedHashSet<>();
    private final Thread thread;
    private volatile boolean closing;

    /// @param here whether a person has a connection to this node
    /// @param receiver hands an event to this node's connections
    public UnreadNotices(Unreads unreads, Predicate<UUID> here, Consumer<UserEvent> receiver) {
        this.unreads = unreads;
        this.here = here;
        this.receiver = receiver;
        this.thread = Thread.ofVirtual().name("unread-notices").start(this::loop);
    }

    /// Notes a change of a room. Never blocks; any thread.
    public void changed(RoomEvent event) {
        boolean counts =
                event.body() instanceof RoomEvent.NewMessage || event.body() instanceof RoomEvent.MessageRecalled;
        if (counts && waiting.add(event.roomId())) {
            changed.add(event.roomId());
        }
    }

    private void loop() {
        long toldAt = System.nanoTime() - PAUSE_NANOS;
        long nextBeat = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
        while (!closing) {
            try {
                UUID first = changed.poll(Math.max(0, nextBeat - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (first != null && !closing) {
                    TimeUnit.NANOSECONDS.sleep(toldAt + PAUSE_NANOS - System.nanoTime());
                    tellChanged(first);
                    toldAt = System.nanoTime();
                }
                if (System.nanoTime() >= nextBeat) {
                    nextBeat = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
                    beat();
                }
            } catch (InterruptedException e) {
                LOG.debug("Unread notices stop", e);
                return;
            } catch (RuntimeException e) {
                LOG.warn("Unread counts could not be told or written, the next beat tries again", e);
            }
        }
    }

    private void tellChanged(UUID first) {
        List<UUID> rooms = new ArrayList<>(List.of(first));
        changed.drainTo(rooms, 499);
        rooms.forEach(waiting::remove);
        Set<UUID> atOnce = new LinkedHashSet<>();
        for (UUID roomId : rooms) {
            (direct.get(roomId, unreads::isDirect) ? atOnce : untold).add(roomId);
        }
        if (!atOnce.isEmpty()) {
            // until they are told they wait like the others: the next beat tries again
            untold.addAll(atOnce);
            unreads.tell(atOnce, here, receiver);
            untold.removeAll(atOnce);
        }
    }

    private void beat() {
        unreads.writeMarks();
        unreads.tellReceipts();
        if (!untold.isEmpty()) {
            unreads.tell(untold, here, receiver);
            untold.clear();
        }
    }

    /// Writes the marks that wait, then ends.
    @Override
    public void close() {
        // woken by a room, not by an interrupt: that could break off a statement
        closing = true;
        changed.add(NOWHERE);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unreads.writeMarks();
    }
}
