package tingting.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The server as a process of its own, for what can only be done to a process: killing it.
public final class ServerProcess implements AutoCloseable {
    private static final String READY = "Ting Ting is ready: ";

    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /// Starts it over a data directory, and returns when it is ready.
    ///
    /// @param databaseUrl empty for the embedded database
    public static ServerProcess start(Path dataDirectory, String databaseUrl) {
        return start(dataDirectory, databaseUrl, Map.of());
    }

    /// @param settings further ones, as `TINGTING_…` variables
    public static ServerProcess start(Path dataDirectory, String databaseUrl, Map<String, String> settings) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        // it lives for a second or two: compiling well does not pay
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "tingting.Main",
                        "serve",
                        "--port",
                        "0",
                        "--data-dir",
                        dataDirectory.toString()))
                .redirectErrorStream(true);
        builder.environment().put("TINGTING_DATABASE_URL", databaseUrl);
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            CompletableFuture<String> ready = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> follow(process, ready));
            return new ServerProcess(process, ready.get(60, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("The server did not start", e);
        }
    }

    private static void follow(Process process, CompletableFuture<String> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                }
            }
        } catch (IOException killed) {
            said.append(killed);
        }
        ready.completeExceptionally(new IllegalStateException(said.toString()));
    }

    public String url() {
        return url;
    }

    /// SIGKILL: no chance to finish anything.
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /// SIGTERM; returns when it has ended.
    ///
    /// @return its exit code
    public int terminate() {
        process.destroy();
        return join();
    }

    private int join() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
