package tingting;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.account.Accounts;
import tingting.account.Guesses;
import tingting.account.HashingPool;
import tingting.account.OwnerMail;
import tingting.account.Profiles;
import tingting.account.Proofs;
import tingting.account.SecondFactorChanges;
import tingting.account.SecondStep;
import tingting.cluster.Bus;
import tingting.cluster.LocalBus;
import tingting.config.DataDirectory;
import tingting.config.Settings;
import tingting.database.Database;
import tingting.factor.SecondFactors;
import tingting.limits.Limiter;
import tingting.moderation.Audit;
import tingting.moderation.Oversight;
import tingting.presence.Presences;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.session.Sessions;

/// Carries out one order while no server runs: holds the data directory for that time, so that none starts
/// meanwhile.
final class OfflineDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OfflineDesk.class);

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private final Ids ids = new Ids(random);
    private final Clock clock = Clock.systemUTC();

    OfflineDesk(Settings settings) {
        this.settings = settings;
    }

    /// Answers what to print.
    ///
    /// @throws AdminFailure with a sentence why not
    String carryOut(AdminOrder order) {
        try (Running running = new Running()) {
            return new AdminDesk(oversight(running)).carryOut(order, System.getProperty("user.name"));
        } catch (IOException | StartFailure | Problem e) {
            throw new AdminFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private Oversight oversight(Running running) throws IOException, StartFailure {
        DataDirectory directory = running.add(DataDirectory.open(settings.dataDir()));
        Database database =
                running.add(OpenDatabase.of(settings, fatal -> LOG.error("A commit could not be made durable", fatal)));
        Bus bus = running.add(new LocalBus());
        Sessions.Keys keys = Sessions.Keys.of(directory.secrets(random)::bytes);
        Sessions sessions =
                new Sessions(database, bus, ids, clock, random, new Sessions.Settings(keys, settings.accessToken()));
        HashingPool hashing = running.add(new HashingPool(1));
        Guesses guesses = new Guesses(Limiter.inMemory(clock), settings.limits().guesses());
        SecondFactors factors =
                new SecondFactors(SecondFactors.Keys.of(directory.secrets(random)::bytes), clock, random);
        SecondStep secondStep = new SecondStep(database, sessions, factors, guesses);
        Accounts accounts =
                new Accounts(database, sessions, hashing, guesses, secondStep, ids, clock, random, OwnerMail.none());
        Presences presences = running.add(new Presences(database, bus, clock, settings.presenceGrace()));
        Profiles profiles = new Profiles(database, bus, presences);
        Audit audit = new Audit(database, ids, clock);
        SecondFactorChanges secondFactorChanges = new SecondFactorChanges(
                database,
                factors,
                secondStep,
                new Proofs(database, sessions, accounts, secondStep),
                profiles,
                OwnerMail.none());
        return new Oversight(database, bus, sessions, accounts, profiles, secondFactorChanges, audit, clock);
    }
}
