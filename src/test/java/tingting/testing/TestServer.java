package tingting.testing;

import java.util.HashMap;
import java.util.Map;
import tingting.StartFailure;
import tingting.TingTing;
import tingting.config.Settings;
import tingting.config.Values;

/// The real server on a free port, with a database and a data directory of its own, gone with the test.
public final class TestServer implements AutoCloseable {
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

    public TingTing server() {
        return server;
    }

    /// Stops it gracefully and starts it again over the same data, on another port.
    public void restart() {
        server.close();
        server = boot(settings);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
