package tingting.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tingting.Operator;
import tingting.StartFailure;
import tingting.TingTing;
import tingting.config.Settings;
import tingting.config.Values;

/// The real server on a free port, with a database and a data directory of its own, gone with the test.
public final class TestServer implements AutoCloseable {
    private static final String LIFTED = "1000000";
    /// Flags for tests that do in a second what people do in an hour.
    public static final Map<String, String> LIMITS_LIFTED = Map.of(
            "--limits-messages-per-second", LIFTED,
            "--limits-messages-burst", LIFTED,
            "--limits-reads-per-second", LIFTED,
            "--limits-reads-burst", LIFTED,
            "--limits-writes-per-second", LIFTED,
            "--limits-writes-burst", LIFTED,
            "--limits-signed-out-per-second", LIFTED,
            "--limits-signed-out-burst", LIFTED);

    private final TestDatabase database;
    private final Settings settings;
    private TingTing server;

    private TestServer(TestDatabase database, Settings settings) {
        this.database = database;
        this.settings = settings;
        this.server = boot(settings);
    }

    public static TestServer start() {
        return start(Map.of());
    }

    /// @param flags further settings, for example `--limits-frame-bytes`
    public static TestServer start(Map<String, String> flags) {
        TestDatabase database = TestDatabase.create();
        Map<String, String> all = new HashMap<>(Map.of(
                "--port",
                "0",
                "--data-dir",
                database.directory().toString(),
                "--database-url",
                database.url(),
                "--drain-seconds",
                "0"));
        all.putAll(flags);
        return new TestServer(database, Values.read(all, Map.of()).settings());
    }

    private static TingTing boot(Settings settings) {
        try {
            return new TingTing(settings, () -> {
                throw new IllegalStateException("The server broke");
            });
        } catch (StartFailure e) {
            throw new IllegalStateException(e);
        }
    }

    /// For example `http://127.0.0.1:12345`.
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    /// What `tingting admin` with these words prints, said to this server as an operator would.
    public String admin(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        settings.databaseUrl().ifPresent(url -> all.addAll(List.of("--database-url", url)));
        return Operator.orders(settings.dataDir(), all.toArray(String[]::new));
    }

    public Path dataDir() {
        return settings.dataDir();
    }

    /// Stops it, has something done, and starts it again over the same data, on another port.
    public void whileStopped(Runnable task) {
        server.close();
        task.run();
        server = boot(settings);
    }

    public TingTing server() {
        return server;
    }

    /// Stops it gracefully and starts it again over the same data, on another port.
    public void restart() {
        whileStopped(() -> {});
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
