package tingting.live;

/// Where a connection's frames leave: a WebSocket, or what stands for one. Touched only on its lane.
public interface Outlet {
    /// Queues the frame; keeps a share of its own as long as it needs one.
    void write(Frame frame);

    /// Sends what is queued.
    void flush();

    /// Bytes that were written and have not left yet.
    long pendingBytes();

    /// Whether more may be written without piling up.
    boolean writable();

    /// Stops or goes on reading: what the client sends then waits in its own buffers.
    void reading(boolean on);

    /// Says goodbye, and ends the connection when the client has answered or some seconds have passed.
    void close(CloseCode why);

    /// Ends the connection at once; what is queued is lost.
    void reset();
}
