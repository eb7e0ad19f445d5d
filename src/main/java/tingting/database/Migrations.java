package tingting.database;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema up to date. Flyway is started only when one SELECT shows that there is something to do:
/// loading it costs more than the rest of the start.
final class Migrations {
    /// Version of the newest file; a test holds the two together.
    static final String NEWEST = "13";

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /// @return the epoch of this database, made with its first schema
    static String run(DataSource source, Jdbi jdbi, Dialect dialect) {
        if (!current(jdbi)) {
            LOG.info("Bringing the database schema to version {}", NEWEST);
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration", dialect.migrations())
                    .placeholders(dialect.placeholders())
                    .load()
                    .migrate();
        }
        return jdbi.inTransaction(Migrations::epoch);
    }

    private static boolean current(Jdbi jdbi) {
        try (Handle handle = jdbi.open()) {
            return handle.createQuery(
                            "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC")
                    .mapTo(String.class)
                    .findFirst()
                    .filter(NEWEST::equals)
                    .isPresent();
        } catch (RuntimeException noSuchTable) {
            LOG.debug("No schema yet: {}", noSuchTable.getMessage());
            return false;
        }
    }

    private static String epoch(Handle handle) {
        handle.createUpdate("INSERT INTO tb_meta (name, value) VALUES ('epoch', :value) ON CONFLICT DO NOTHING")
                .bind("value", UUID.randomUUID().toString())
                .execute();
        return handle.createQuery("SELECT value FROM tb_meta WHERE name = 'epoch'")
                .mapTo(String.class)
                .one();
    }
}
