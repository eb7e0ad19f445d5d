package tingting.room;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A room as the journal's transaction sees it: locked, and changed by the changes decided before.
public final class RoomState {
    private final UUID id;
    private final RoomKind kind;
    private final @Nullable Pair pair;
    private Pace pace;
    private long lastSeq;
    private long rev;
    private boolean deleted;
    private boolean changed;

    RoomState(UUID id, RoomKind kind, @Nullable Pair pair, Pace pace, long lastSeq, long rev, boolean deleted) {
        this.id = id;
        this.kind = kind;
        this.pair = pair;
        this.pace = pace;
        this.lastSeq = lastSeq;
        this.rev = rev;
        this.deleted = deleted;
    }

    /// A room that is just being made.
    static RoomState born(UUID id, RoomKind kind, @Nullable Pair pair) {
        return new RoomState(id, kind, pair, Pace.FREE, 0, 0, false);
    }

    public UUID id() {
        return id;
    }

    public RoomKind kind() {
        return kind;
    }

    /// The two people of a direct room, else null.
    public @Nullable Pair pair() {
        return pair;
    }

    /// How fast messages may come, and how soon they go.
    public Pace pace() {
        return pace;
    }

    void pace(Pace changed) {
        pace = changed;
    }

    public long lastSeq() {
        return lastSeq;
    }

    public long rev() {
        return rev;
    }

    boolean deleted() {
        return deleted;
    }

    boolean changed() {
        return changed;
    }

    /// Takes the next number of a change.
    public long nextRev() {
        changed = true;
        return ++rev;
    }

    /// Takes the next number of a message.
    public long nextSeq() {
        changed = true;
        return ++lastSeq;
    }

    void delete() {
        changed = true;
        deleted = true;
    }
}
