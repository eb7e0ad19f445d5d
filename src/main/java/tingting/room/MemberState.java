package tingting.room;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A membership as the journal's transaction sees it.
public final class MemberState {
    private final UUID roomId;
    private final UUID userId;
    private Role role;
    private long readSeq;
    private long skipped;
    private boolean hidden;
    private long lastSentAt;
    private boolean changed;

    MemberState(UUID roomId, UUID userId, Role role, long readSeq, long skipped, boolean hidden, long lastSentAt) {
        this.roomId = roomId;
        this.userId = userId;
        this.role = role;
        this.readSeq = readSeq;
        this.skipped = skipped;
        this.hidden = hidden;
        this.lastSentAt = lastSentAt;
    }

    /// Somebody who joins now: nothing is unread to them.
    static MemberState joining(RoomState room, UUID userId) {
        return new MemberState(room.id(), userId, Role.MEMBER, room.lastSeq(), 0, false, 0);
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

    /// The role as it was just written.
    void role(Role changed) {
        role = changed;
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

    /// When they last sent a message here, in milliseconds since 1970; 0 for never.
    long lastSentAt() {
        return lastSentAt;
    }

    /// Whether they have to wait before they may send again, and how long; zero when not.
    public Duration waitFor(Duration pause, Instant now) {
        Duration wait = Duration.between(now, Instant.ofEpochMilli(lastSentAt).plus(pause));
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    boolean changed() {
        return changed;
    }

    /// Moves the mark to one's own new message: what came before counts as read.
    public void sent(long seq, Instant now) {
        readSeq = seq;
        skipped = 0;
        hidden = false;
        lastSentAt = now.toEpochMilli();
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
