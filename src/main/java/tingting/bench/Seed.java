package tingting.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import tingting.account.Accounts;
import tingting.account.Guesses;
import tingting.account.HashingPool;
import tingting.account.OwnerMail;
import tingting.account.Registration;
import tingting.account.SecondStep;
import tingting.bench.World.Account;
import tingting.bench.World.Room;
import tingting.cluster.LocalBus;
import tingting.config.DataDirectory;
import tingting.config.Settings;
import tingting.database.Database;
import tingting.database.PostgresDatabase;
import tingting.database.SqliteDatabase;
import tingting.factor.SecondFactors;
import tingting.limits.Limiter;
import tingting.protocol.Ids;
import tingting.session.Device;
import tingting.session.Sessions;

/// Fills a data directory before its server starts, as if the people had registered, signed in and chatted: ten
/// thousand real passwords would take minutes to hash, so all share one.
final class Seed {
    private static final Device DEVICE = new Device("tingting bench", "127.0.0.1");
    private static final Duration ACCESS = Duration.ofDays(1);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new Ids(random);

    Seed(Clock clock) {
        this.clock = clock;
    }

    /// @param databaseUrl empty for SQLite in the data directory
    World plant(Path dataDirectory, Optional<String> databaseUrl, Population population) {
        try (DataDirectory directory = DataDirectory.open(dataDirectory);
                Database database = open(dataDirectory, databaseUrl);
                HashingPool pool = new HashingPool(1)) {
            Sessions.Keys keys = Sessions.Keys.of(directory.secrets(random)::bytes);
            Sessions sessions =
                    new Sessions(database, new LocalBus(), ids, clock, random, new Sessions.Settings(keys, ACCESS));
            Guesses guesses = new Guesses(Limiter.inMemory(clock), new Settings.Guesses(1, 1, Duration.ofSeconds(1)));
            SecondFactors factors =
                    new SecondFactors(SecondFactors.Keys.of(directory.secrets(random)::bytes), clock, random);
            SecondStep secondStep = new SecondStep(database, sessions, factors, guesses);
            Accounts accounts =
                    new Accounts(database, sessions, pool, guesses, secondStep, ids, clock, random, OwnerMail.none());
            UUID first = accounts.register(new Registration("bench", World.PASSWORD, null, null, null), DEVICE)
                    .tokens()
                    .caller()
                    .userId();
            return database.write(handle -> plant(handle, sessions, first, population));
        } catch (IOException | SQLException e) {
            throw new BenchFailure("The server's data cannot be made: %s.".formatted(e.getMessage()), e);
        }
    }

    private static Database open(Path dataDirectory, Optional<String> url) throws SQLException {
        return url.isPresent()
                ? new PostgresDatabase(url.get(), Seed::broken)
                : new SqliteDatabase(dataDirectory.resolve("tingting.db"), Seed::broken);
    }

    private static void broken(Throwable why) {
        throw new BenchFailure("The server's data cannot be kept.", why);
    }

    private World plant(Handle handle, Sessions sessions, UUID first, Population population) {
        String hash = SeedStore.hash(handle, first);
        List<Account> people = IntStream.range(0, population.people())
                .mapToObj(number -> new Account(ids.next(), "bench-%05d".formatted(number), ""))
                .toList();
        SeedStore.people(handle, people, hash, clock.instant());
        List<Account> accounts = people.stream()
                .map(person -> new Account(
                        person.userId(),
                        person.username(),
                        sessions.open(handle, person.userId(), DEVICE).accessToken()))
                .toList();
        List<Room> rooms = population.rooms().stream()
                .map(numbers -> new Room(
                        ids.next(),
                        Arrays.stream(numbers).mapToObj(accounts::get).toList()))
                .toList();
        SeedStore.rooms(handle, rooms, population.direct(), population.messages(), clock.instant());
        SeedStore.messages(handle, rooms, population.messages(), ids, clock.instant());
        return new World(accounts, rooms);
    }
}
