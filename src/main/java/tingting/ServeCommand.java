package tingting;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import tingting.config.Settings;

/// `tingting serve`: serves until the process is told to end (SIGTERM, SIGINT), and then stops gracefully.
final class ServeCommand {
    /// What is not done by then is not waited for: supervisors kill after some time, mostly 15 s or more.
    private static final int STOP_SECONDS = 14;

    private final SettingFlags flags = new SettingFlags();
    private final CountDownLatch broken = new CountDownLatch(1);

    private ServeCommand() {}

    static CommandSpec spec() {
        ServeCommand command = new ServeCommand();
        CommandSpec spec = Main.command("serve", "Serve until told to end.", command::run);
        command.flags.addTo(spec);
        return spec;
    }

    /// Returns only when the server broke: told to end, the process ends while this still waits.
    private int run() throws StartFailure, InterruptedException {
        Settings settings = flags.read().settings();
        Logging.configure(settings.log());
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        TingTing server;
        try {
            server = new TingTing(settings, broken::countDown);
        } catch (StartFailure e) {
            log.debug("The server cannot start", e);
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, log), "stop"));
        if (server.managementPort() > 0) {
            log.info("Health checks on port {}", server.managementPort());
        }
        log.info("Listening on {}, port {}", settings.http().host(), server.port());
        System.out.println("Ting Ting is ready: " + server.url());
        broken.await();
        return 1;
    }

    private static void stop(TingTing server, Logger log) {
        log.info("Stopping");
        Thread stopping = Thread.ofPlatform().daemon().name("stopping").start(server::close);
        try {
            if (!stopping.join(Duration.ofSeconds(STOP_SECONDS))) {
                log.error("Not everything stopped within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.info("Stopped");
    }
}
