package tingting.room;

import java.util.UUID;

/// A membership as the journal's transaction sees it.
public final class MemberState {
    private final UUID roomId;
    private final UUID userId;
    private final Role role;
    private long readSeq;
    private long skipped;
    private boolean hidden;
    private boolean changed;

    MemberState(UUID roomId, UUID userId, Role role, long readSeq, long skipped, boolean hidden) {
        this.roomId = roomId;
        this.userId = userId;
        this.role = role;
        this.readSeq = readSeq;
        this.skipped = skipped;
        this.hidden = hidden;
    }

    UUID roomId() {
        return roomId;
    }

    public UUID userId() {
        return userId;
    }

    public Role role() {
        return role;
    }

    public long readSeq() {
        return readSeq;
    }

    long skipped() {
        return skipped;
    }

    boolean hidden() {
        return hidden;
    }

    boolean changed() {
        return changed;
    }

    /// Moves the mark to one's own new message: what came before counts as read.
    public void sent(long seq) {
        readSeq = seq;
        skipped = 0;
        hidden = false;
        changed = true;
    }

    /// Brings a direct room back that one had left.
    ///
    /// @return whether it was hidden
    public boolean unhide() {
        boolean was = hidden;
        hidden = false;
        changed |= was;
        return was;
    }

    void hide() {
        hidden = true;
        changed = true;
    }
}
