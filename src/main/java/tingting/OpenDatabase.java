package tingting;

import java.sql.SQLException;
import java.util.function.Consumer;
import tingting.config.Settings;
import tingting.database.Database;
import tingting.database.PostgresDatabase;
import tingting.database.SqliteDatabase;

/// Opens the database that the settings name.
final class OpenDatabase {
    private OpenDatabase() {}

    /// @param fatal told when a commit could not be made durable: the process must stop
    /// @throws StartFailure with a sentence, when it cannot be opened
    static Database of(Settings settings, Consumer<Throwable> fatal) throws StartFailure {
        try {
            return settings.databaseUrl().isPresent()
                    ? new PostgresDatabase(settings.databaseUrl().get(), fatal)
                    : new SqliteDatabase(settings.dataDir().resolve("tingting.db"), fatal);
        } catch (SQLException | RuntimeException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new StartFailure("The database cannot be opened: %s".formatted(why), e);
        }
    }
}
