package tingting.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;
import tingting.protocol.UserEvent;

/// One client's living connection: who it is, where its frames leave, in which rooms it listens. Touched only on its
/// lane, but for what is final.
///
/// It begins held: no change and no user event is written before [#release], and none is lost.
public final class Connection {
    private static final int HELD_MOST = 256;
    private static final long NEVER = -1;

    private final Live live;
    private final Lane lane;
    private final Outlet outlet;
    private final Caller caller;
    private final int dialect;
    private final @Nullable UUID room;
    private final ArrayList<Listener> listeners = new ArrayList<>(3);
    private @Nullable List<Frame> held = new ArrayList<>(2);
    /// The newest change by which the user left each room, until the snapshot is taken: that may be older.
    private @Nullable Map<UUID, Long> departures = new HashMap<>(0);
    private @Nullable CompletableFuture<Boolean> writable;
    private boolean entered;
    private boolean gone;

    Connection(Live live, Lane lane, Outlet outlet, Caller caller, int dialect, @Nullable UUID room) {
        this.live = live;
        this.lane = lane;
        this.outlet = outlet;
        this.caller = caller;
        this.dialect = dialect;
        this.room = room;
    }

    public Caller caller() {
        return caller;
    }

    public Lane lane() {
        return lane;
    }

    /// The only room it listens to, null for all of the user's.
    public @Nullable UUID room() {
        return room;
    }

    int dialect() {
        return dialect;
    }

    public boolean isGone() {
        return gone;
    }

    /// Whether changes and user events still wait.
    public boolean isHeld() {
        return held != null;
    }

    /// Sends a frame to this connection alone, past what is held.
    public void send(Payload payload) {
        if (!gone) {
            Frame frame = Frame.text(payload);
            write(frame);
            frame.release();
        }
    }

    /// Writes a frame that must not be missed: a connection that cannot take it is closed.
    void write(Frame frame) {
        if (gone || frame.isEmpty()) {
            return;
        }
        long bound = live.limits().pendingBytes();
        long pending = pending(bound / 2);
        if (pending + frame.size() > bound) {
            close(CloseCode.SLOW_CONSUMER);
            return;
        }
        outlet.write(frame);
    }

    /// Writes a frame that is dropped when the connection is behind.
    void writeEphemeral(Frame frame) {
        if (!gone && !frame.isEmpty() && held == null) {
            long half = live.limits().pendingBytes() / 2;
            if (pending(half) + frame.size() <= half) {
                outlet.write(frame);
            }
        }
    }

    /// What waits: much may only wait for the end of this turn, so that is given a chance to leave first.
    private long pending(long much) {
        long pending = outlet.pendingBytes();
        if (pending > much) {
            outlet.flush();
            pending = outlet.pendingBytes();
        }
        return pending;
    }

    /// Says goodbye. Nothing is delivered any more.
    public void close(CloseCode why) {
        if (!gone) {
            outlet.close(why);
            gone();
        }
    }

    /// The outlet is closed or closing: the connection leaves its rooms.
    public void gone() {
        if (gone) {
            return;
        }
        gone = true;
        while (!listeners.isEmpty()) {
            remove(listeners.getLast());
        }
        if (held != null) {
            held.forEach(Frame::release);
            held = null;
        }
        writable();
        if (entered) {
            lane.remove(this);
            live.left(this);
        }
    }

    /// Counted in: it hears what its user is told, as far as it is not held.
    void enter() {
        entered = true;
        lane.add(this);
    }

    // ---- rooms

    /// Whether its user is a member of the room and it listens there.
    public boolean isIn(UUID roomId) {
        return listener(roomId) != null;
    }

    boolean listensTo(UUID roomId) {
        return room == null || room.equals(roomId);
    }

    @Nullable
    Listener listener(UUID roomId) {
        for (Listener listener : listeners) {
            if (listener.audience.feed().roomId().equals(roomId)) {
                return listener;
            }
        }
        return null;
    }

    private void add(Listener listener) {
        listeners.add(listener);
        listener.audience.add(listener);
    }

    private void remove(Listener listener) {
        listeners.remove(listener);
        listener.audience.remove(listener);
        lane.removed(listener.audience);
    }

    /// The user joined after `rev`, and may see messages from `visibleFrom` on.
    void join(Audience audience, long rev, long visibleFrom) {
        Listener listener = new Listener(this, audience, rev, visibleFrom);
        if (held != null) {
            listener.waitAt(rev);
        }
        add(listener);
    }

    /// The user left by the change `rev`, which has been delivered. Who knows a later one has joined again since.
    void leave(UUID roomId, long rev) {
        if (departures != null) {
            departures.put(roomId, rev);
        }
        Listener listener = listener(roomId);
        if (listener == null || !listener.isUnseen() && listener.position() >= rev) {
            return;
        }
        remove(listener);
        if (departures == null) {
            requireItsRoom();
        }
    }

    /// A connection that is bound to a room has nothing to do where its user is no member.
    private void requireItsRoom() {
        if (room != null && !isIn(room)) {
            close(CloseCode.FORBIDDEN);
        }
    }

    /// Begins to listen in the rooms, before anybody has read where they are.
    boolean expect(Collection<UUID> roomIds) {
        for (UUID roomId : roomIds) {
            if (!gone && listener(roomId) == null) {
                add(Listener.unseen(this, lane.audience(roomId)));
            }
        }
        return !gone;
    }

    /// Takes the snapshot for where the connection is: it stays in these rooms, and in those it joined since. Answers
    /// whether it is still there.
    boolean settle(Map<UUID, Arrival.Place> places) {
        if (gone) {
            return false;
        }
        Map<UUID, Long> left = departures == null ? Map.of() : departures;
        departures = null;
        places.forEach((roomId, place) -> {
            if (listener(roomId) != null || left.getOrDefault(roomId, NEVER) < place.rev()) {
                settle(roomId, place);
            }
        });
        List.copyOf(listeners).stream().filter(Listener::isUnseen).forEach(this::remove);
        requireItsRoom();
        return !gone;
    }

    /// The snapshot shows the room at this place.
    private void settle(UUID roomId, Arrival.Place place) {
        Listener listener = listener(roomId);
        if (listener == null) {
            // joined after the rooms were read; the change that says so is still on its way
            listener = Listener.unseen(this, lane.audience(roomId));
            add(listener);
        }
        Audience audience = listener.audience;
        audience.floor(audience.feed().seed(place.rev()));
        listener.settle(place);
    }

    /// Ends the hold: what was held is written, and each room goes live as soon as nothing is missing in between.
    public void release() {
        List<Frame> frames = held;
        if (frames == null) {
            return;
        }
        held = null;
        for (Frame frame : frames) {
            write(frame);
            frame.release();
        }
        List<Listener> behind =
                listeners.stream().filter(listener -> !listener.goLive()).toList();
        if (!behind.isEmpty()) {
            live.catchUp(this, behind);
        }
    }

    // ---- user events

    void tell(UserEvent event, Frame frame) {
        if (event.body() instanceof UserEvent.SessionRevoked revoked) {
            if (revoked.sessionId().equals(caller.sessionId())) {
                write(frame);
                close(CloseCode.UNAUTHENTICATED);
            }
        } else if (concerns(event)) {
            if (event.body().ephemeral()) {
                writeEphemeral(frame);
            } else if (held != null && held.size() < HELD_MOST) {
                held.add(frame.share());
            } else {
                write(frame);
            }
        }
    }

    /// A connection that is bound to a room hears nothing else.
    private boolean concerns(UserEvent event) {
        return room == null || event.body() instanceof UserEvent.Unread unread && room.equals(unread.roomId());
    }

    // ---- replays

    /// Puts a listener that waits at `from` back to `rev`; empty when the connection is live, or does not listen
    /// there, or has joined again since.
    Optional<Listener> putBack(UUID roomId, long from, long rev) {
        Listener listener = listener(roomId);
        if (held == null || listener == null || listener.position() != from) {
            return Optional.empty();
        }
        listener.waitAt(rev);
        return Optional.of(listener);
    }

    /// Completes when more may be written, with false when nothing will be any more.
    CompletableFuture<Boolean> whenWritable() {
        if (gone || outlet.writable()) {
            return CompletableFuture.completedFuture(!gone);
        }
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        writable = future;
        return future;
    }

    /// The outlet can take more again, or the connection is gone.
    public void writable() {
        CompletableFuture<Boolean> future = writable;
        if (future != null) {
            writable = null;
            future.complete(!gone);
        }
    }

    boolean isWritable() {
        return !gone && outlet.writable();
    }
}
