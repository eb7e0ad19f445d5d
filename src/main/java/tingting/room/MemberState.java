package tingting.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A membership as the journal's transaction sees it.
public final class MemberState {
    private final UUID roomId;
    private final UUID userId;
    private final long visibleFromSeq;
    private final long mutedUntil;
    private Role role;
    private long readSeq;
    private boolean hidden;
    private boolean sent;
    private boolean hiddenChanged;
    private int later;
    private long lastSentAt;

    /// @param mutedUntil in milliseconds since 1970; 0 for never
    MemberState(
            UUID roomId,
            UUID userId,
            Role role,
            long readSeq,
            long visibleFromSeq,
            boolean hidden,
            long lastSentAt,
            long mutedUntil) {
        this.roomId = roomId;
        this.userId = userId;
        this.role = role;
        this.readSeq = readSeq;
        this.visibleFromSeq = visibleFromSeq;
        this.hidden = hidden;
        this.lastSentAt = lastSentAt;
        this.mutedUntil = mutedUntil;
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

    /// Whether a message of the room is theirs to see: not older than what the room showed them when they joined.
    public boolean sees(long seq) {
        return seq >= visibleFromSeq;
    }

    boolean hidden() {
        return hidden;
    }

    /// When they last sent a message here, in milliseconds since 1970; 0 for never.
    long lastSentAt() {
        return lastSentAt;
    }

    /// Whether they have ever written here.
    public boolean hasWritten() {
        return lastSentAt > 0;
    }

    /// Whether they have to wait before they may send again, and how long; zero when not.
    public Duration waitFor(Duration pause, Instant now) {
        Duration wait = Duration.between(now, Instant.ofEpochMilli(lastSentAt).plus(pause));
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    /// Until when those in charge of the server keep them from writing; empty when they do not.
    public Optional<Instant> mutedAt(Instant now) {
        return Optional.of(Instant.ofEpochMilli(mutedUntil)).filter(now::isBefore);
    }

    /// Whether the read mark has moved.
    boolean hasSent() {
        return sent;
    }

    /// How many of one's own messages this batch put above the mark without moving it.
    int later() {
        return later;
    }

    /// Whether something has changed but the mark.
    boolean changedBesideTheMark() {
        return hiddenChanged || later > 0;
    }

    /// Moves the mark to one's own new message: what came before counts as read.
    public void sent(long seq, Instant now) {
        readSeq = seq;
        lastSentAt = now.toEpochMilli();
        sent = true;
        later = 0;
    }

    /// Notes one's own new message that was written long before: the mark stays, and the message is skipped above it.
    public void sentLater(Instant now) {
        lastSentAt = now.toEpochMilli();
        later++;
    }

    /// Brings a direct room back that one had left.
    ///
    /// @return whether it was hidden
    boolean unhide() {
        boolean was = hidden;
        hidden = false;
        hiddenChanged |= was;
        return was;
    }

    void hide() {
        hidden = true;
        hiddenChanged = true;
    }
}
