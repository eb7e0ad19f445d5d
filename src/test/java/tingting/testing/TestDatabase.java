package tingting.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.database.PostgresDatabase;
import tingting.database.SqliteDatabase;

/// An empty database for one test. The whole suite runs twice: on SQLite, and with
/// `-Dtingting.test.database=postgresql` on a PostgreSQL that Maven brings.
public final class TestDatabase implements AutoCloseable {
    public static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("tingting.test.database"));

    private final Path directory;
    private final @Nullable String url;
    private @Nullable Database open;
    private @Nullable Database another;

    private TestDatabase(Path directory, @Nullable String url) {
        this.directory = directory;
        this.url = url;
    }

    public static TestDatabase create() {
        try {
            return new TestDatabase(
                    Files.createTempDirectory("tingting-test"), POSTGRESQL ? Postgres.newDatabase() : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens it, or gives what is open. After [#reopen] a new one over the same data.
    public Database database() {
        if (open == null) {
            try {
                open = url == null
                        ? new SqliteDatabase(directory.resolve("tingting.db"), TestDatabase::fatal)
                        : new PostgresDatabase(url, TestDatabase::fatal);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return open;
    }

    /// The same data as another node has it: with connections of its own on PostgreSQL; SQLite belongs to one process,
    /// where it is the same object.
    public Database onAnotherNode() {
        if (url == null) {
            return database();
        }
        if (another == null) {
            try {
                another = new PostgresDatabase(url, TestDatabase::fatal);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return another;
    }

    /// Closes the database and opens it again: what a restart of the server does.
    public Database reopen() {
        if (open != null) {
            open.close();
            open = null;
        }
        return database();
    }

    /// The JDBC URL for a server's settings; empty for the embedded database in its data directory.
    public String url() {
        return url == null ? "" : url;
    }

    /// A folder for this test's files; gone with the test.
    public Path directory() {
        return directory;
    }

    private static void fatal(Throwable why) {
        throw new IllegalStateException("The database broke", why);
    }

    @Override
    public void close() {
        if (another != null) {
            another.close();
            another = null;
        }
        if (open != null) {
            open.close();
            open = null;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One real PostgreSQL process for the whole run, ended with it.
    private static final class Postgres {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();
        private static final String TEMPLATE = template();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String newDatabase() {
            return create("test_" + COUNT.incrementAndGet(), "TEMPLATE " + TEMPLATE);
        }

        /// Migrated once; every test gets a copy.
        private static String template() {
            String url = create("migrated", "");
            try {
                new PostgresDatabase(url, TestDatabase::fatal).close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return "migrated";
        }

        private static String create(String name, String options) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name + " " + options);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }
    }
}
