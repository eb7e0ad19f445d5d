package tingting.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server for one scenario: its data is made, it is started, and both are gone afterwards.
final class OwnServer implements Venue {
    private static final Logger LOG = LoggerFactory.getLogger(OwnServer.class);
    private static final List<String> LIMITS_LIFTED = List.of(
            "--limits-messages-per-second", "1000000",
            "--limits-messages-burst", "1000000",
            "--limits-reads-per-second", "1000000",
            "--limits-reads-burst", "1000000",
            "--limits-writes-per-second", "1000000",
            "--limits-writes-burst", "1000000",
            "--limits-signed-out-per-second", "1000000",
            "--limits-signed-out-burst", "1000000",
            "--limits-sockets-per-user", "100000",
            "--trusted-proxies", "127.0.0.1",
            "--access-token-seconds", "86400",
            "--drain-seconds", "0",
            "--log-level", "warn");

    private final Path folder;
    private final Optional<Schema> schema;
    private final World world;
    private final Child child;

    /// @param jvm further options for the server's JVM
    OwnServer(Population population, Optional<String> databaseUrl, Clock clock, List<String> jvm) {
        try {
            folder = Files.createTempDirectory("tingting-bench-");
        } catch (IOException e) {
            throw new BenchFailure("There is no temporary folder for the server's data.", e);
        }
        schema = databaseUrl.map(Schema::create);
        try {
            world = new Seed(clock).plant(folder, schema.map(Schema::url), population);
            List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0", "--data-dir", folder.toString()));
            schema.ifPresent(own -> arguments.addAll(List.of("--database-url", own.url())));
            arguments.addAll(LIMITS_LIFTED);
            child = Child.start("tingting.Main", arguments, jvm);
        } catch (RuntimeException e) {
            remove();
            throw e;
        }
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Target target() {
        return child.target();
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public void close() {
        child.close();
        remove();
    }

    private void remove() {
        schema.ifPresent(Schema::drop);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.warn("The server's data is left in {}", folder, e);
        }
    }

    /// A place of its own in a PostgreSQL database.
    private record Schema(String database, String name) {
        static Schema create(String database) {
            Schema schema = new Schema(
                    database,
                    "bench_"
                            + HexFormat.of()
                                    .toHexDigits(ThreadLocalRandom.current().nextInt()));
            try {
                SeedStore.createSchema(database, schema.name);
            } catch (SQLException e) {
                throw new BenchFailure(
                        "The database does not answer, or grants no schema: %s.".formatted(e.getMessage()), e);
            }
            return schema;
        }

        String url() {
            return database + (database.contains("?") ? "&" : "?") + "currentSchema=" + name;
        }

        void drop() {
            try {
                SeedStore.dropSchema(database, name);
            } catch (SQLException e) {
                LOG.warn("The schema {} is left in the database", name, e);
            }
        }
    }
}
