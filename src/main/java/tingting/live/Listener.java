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

    private Listener(Connection connection, Audience audience, long afterRev) {
        this.connection = connection;
        this.audience = audience;
        this.afterRev = afterRev;
    }

    /// One that hears what comes after `rev`.
    static Listener live(Connection connection, Audience audience, long rev) {
        return new Listener(connection, audience, rev);
    }

    /// One of a connection whose position is not known yet.
    static Listener unseen(Connection connection, Audience audience) {
        return new Listener(connection, audience, UNSEEN);
    }

    /// One that waits at `rev`.
    static Listener waiting(Connection connection, Audience audience, long rev) {
        return new Listener(connection, audience, rev | WAITING);
    }

    boolean hears(long rev) {
        return rev > afterRev;
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
