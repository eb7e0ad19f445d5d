package tingting.bench;

/// A server with people on it, for one scenario.
interface Venue extends AutoCloseable {
    Target target();

    World world();

    /// Whether the process is of our own making: it may be asked to collect its garbage.
    boolean isOurs();

    @Override
    void close();
}
