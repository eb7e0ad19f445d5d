package tingting.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is to be measured, how, and where.
///
/// @param senders how many write; empty for the scenario's own number
/// @param rate messages a second of all senders together; empty for the scenario's own way
/// @param connections of `idle` and `resume-storm`; empty for the scenario's own number
/// @param profiles folder for a recording of the server in each scenario
public record Plan(
        List<Scenario> scenarios,
        Where where,
        int members,
        int rooms,
        OptionalInt senders,
        OptionalInt rate,
        OptionalInt connections,
        Timing timing,
        Optional<Path> json,
        Optional<Path> profiles) {

    /// What `--members` and its kin may be at most: the load generator and its server each open a file a connection.
    public static final int CONNECTIONS_MOST = 60_000;
    /// The longest that one scenario may warm up, and be measured.
    public static final int SECONDS_MOST = 600;
    /// Messages a second.
    public static final int RATE_MOST = 1_000_000;

    /// @param url a running server; empty for one of our own
    /// @param pid the running server's process, where it is on this machine
    /// @param databaseUrl of our own server; empty for SQLite
    public record Where(Optional<URI> url, OptionalLong pid, Optional<String> databaseUrl) {}

    /// In seconds.
    ///
    /// @param warmup at most: it ends when the server's JVM has compiled what is hot
    public record Timing(int warmup, int measured) {
        @Override
        public String toString() {
            return "warms up for at most %d s, is measured for %d s".formatted(warmup, measured);
        }
    }
}
