package tingting.live;

/// Is told who is there. Called on lanes: must not block.
public interface Attendance {
    /// The connection is signed in and hears its rooms.
    void arrived(Connection connection);

    /// It is gone. Called once for each that arrived.
    void left(Connection connection);

    /// Nobody asks.
    static Attendance ignored() {
        return new Attendance() {
            @Override
            public void arrived(Connection connection) {}

            @Override
            public void left(Connection connection) {}
        };
    }
}
