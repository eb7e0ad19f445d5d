package tingting.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server in a process of its own, of the same code and with the same options of the JVM as this one, so that what
/// it uses can be told from what we use.
final class Child implements AutoCloseable {
    /// What a server prints when it serves, before its address.
    static final String READY = "Ting Ting is ready: ";

    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final Thread reaper;
    private final Target target;

    private Child(Process process, URI url) {
        this.process = process;
        this.target = new Target(url, OptionalLong.of(process.pid()));
        this.reaper = new Thread(process::destroyForcibly, "reaper");
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /// Starts it and returns when it serves.
    ///
    /// @param options of its JVM, beside ours
    static Child start(String mainClass, List<String> arguments, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(Child::isForAll)
                .toList());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // what is measured is what was asked for here, and nobody's real data
        builder.environment().keySet().removeIf(name -> name.startsWith("TINGTING_"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new BenchFailure("The server's process cannot be started: %s.".formatted(e.getMessage()), e);
        }
        CompletableFuture<URI> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("child-output").start(() -> follow(process, ready));
        try {
            return new Child(process, ready.get(START_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new BenchFailure("The server to be measured did not start.", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", e);
        }
    }

    /// Whether the option is meant for a second process as well: what writes files or opens ports is not.
    private static boolean isForAll(String option) {
        return !option.startsWith("-agentlib")
                && !option.startsWith("-javaagent")
                && !option.startsWith("-XX:StartFlightRecording")
                && !option.startsWith("-XX:AOTCacheOutput");
    }

    private static void follow(Process process, CompletableFuture<URI> ready) {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length())));
                }
            }
            ready.completeExceptionally(new BenchFailure("It ended."));
        } catch (IOException killed) {
            ready.completeExceptionally(killed);
        }
    }

    Target target() {
        return target;
    }

    /// Ends it gracefully, or after a while not so gracefully.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(reaper);
    }
}
