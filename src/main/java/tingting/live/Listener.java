package tingting.live;

/// One connection's ear in one room. Touched only on its lane.
///
/// `afterRev` says what the connection has already or must not see. While it may not be written to yet (it has just
/// come, or reads what it missed) the value has a high bit set, so that one comparison turns every change away.
final class Listener {
    private static final long WAITING = 1L << 62;
    private static final long UNSEEN = WAITING | WAITING >> 1;

    final Connection connection;
    final Audience audience;
    /// Where it stands in the audience's list; -1 once removed.
    int index;

    private long afterRev;
    private long visibleFrom;

    /// One that hears what comes after `rev`, and may see messages from the seq `visibleFrom` on.
    Listener(Connection connection, Audience audience, long rev, long visibleFrom) {
        this.connection = connection;
        this.audience = audience;
        this.afterRev = rev;
        this.visibleFrom = visibleFrom;
    }

    /// One of a connection whose position is not known yet.
    static Listener unseen(Connection connection, Audience audience) {
        return new Listener(connection, audience, UNSEEN, 0);
    }

    boolean hears(long rev) {
        return rev > afterRev;
    }

    boolean sees(long seq) {
        return seq >= visibleFrom;
    }

    /// Waits where a snapshot shows the room; who joined it again since begins at that join.
    void settle(Arrival.Place place) {
        if (isUnseen() || place.rev() > position()) {
            visibleFrom = place.visibleFrom();
            waitAt(place.rev());
        }
    }

    boolean isLive() {
        return (afterRev & WAITING) == 0;
    }

    boolean isUnseen() {
        return afterRev == UNSEEN;
    }

    /// The newest change the connection was given before it went live.
    long position() {
        return afterRev & ~WAITING;
    }

    /// Waits at another place.
    void waitAt(long rev) {
        afterRev = rev | WAITING;
    }

    /// Goes live when nothing lies between it and what the lane has passed; answers whether it is.
    boolean goLive() {
        if (position() >= audience.passed()) {
            afterRev = position();
        }
        return isLive();
    }

    boolean isRemoved() {
        return index < 0;
    }
}
