package tingting.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import tingting.account.Accounts;
import tingting.account.Asker;
import tingting.account.Closures;
import tingting.account.EmailChanges;
import tingting.account.Guesses;
import tingting.account.HashingPool;
import tingting.account.OwnerMail;
import tingting.account.Profiles;
import tingting.account.Proof;
import tingting.account.Proofs;
import tingting.account.Recovery;
import tingting.account.Registration;
import tingting.account.SecondFactorChanges;
import tingting.account.SecondStep;
import tingting.account.SentCodes;
import tingting.account.SignUps;
import tingting.account.SignedIn;
import tingting.cluster.LocalBus;
import tingting.cluster.LocalCache;
import tingting.config.Settings;
import tingting.database.Database;
import tingting.factor.SecondFactors;
import tingting.friend.Blocks;
import tingting.friend.Friends;
import tingting.limits.Limiter;
import tingting.notice.Notices;
import tingting.presence.Presences;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.UserEvent;
import tingting.session.Device;
import tingting.session.Sessions;

/// Accounts, sessions and friends over a real database, with a clock to move and everything heard that they told.
public final class TestPeople implements AutoCloseable {
    public static final String PASSWORD = "thuyền giấy trôi sông";
    public static final Device DEVICE = new Device("a test", "127.0.0.1");
    public static final Duration ERASURE_GRACE = Duration.ofDays(14);
    public static final Asker ASKER = new Asker(DEVICE, "");
    public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(15);
    /// Of one address, and of one account: few, since each costs a hash.
    public static final int GUESSES = 6;

    public static final Duration GUESSES_PERIOD = Duration.ofMinutes(12);
    private static final SecureRandom RANDOM = new SecureRandom();

    public final TestDatabase file = TestDatabase.create();
    public final Database database = file.database();
    public final TestClock clock = new TestClock();
    public final LocalBus bus = new LocalBus();
    public final List<UserEvent> heard = new CopyOnWriteArrayList<>();
    /// Long enough for every HMAC of JWT: only the pinned algorithm refuses the others.
    public final byte[] key = RANDOM.generateSeed(64);

    private final byte[] deviceKey = RANDOM.generateSeed(64);

    public final Ids ids = new Ids(RANDOM);
    public final HashingPool hashing = new HashingPool(1);
    public final Sessions sessions = anotherNode();
    public final Limiter limiter = Limiter.inMemory(clock);
    public final Guesses guesses = new Guesses(limiter, new Settings.Guesses(GUESSES, GUESSES, GUESSES_PERIOD));
    public final SecondFactors factors =
            new SecondFactors(SecondFactors.Keys.of((name, length) -> RANDOM.generateSeed(length)), clock, RANDOM);
    public final SecondStep secondStep = new SecondStep(database, sessions, factors, Guesses.atCodes(limiter));
    public final Mailbox mailbox = new Mailbox();
    public final LocalCache cache = new LocalCache(clock);
    public final Notices notices = new Notices(mailbox::mail, mailbox::sms, List.of());
    public final OwnerMail ownerMail = new OwnerMail(notices::mail);
    public final Accounts accounts =
            new Accounts(database, sessions, hashing, guesses, secondStep, ids, clock, RANDOM, ownerMail);
    public final SentCodes codes = new SentCodes(cache, RANDOM.generateSeed(SentCodes.SECRET_BYTES), RANDOM, notices);
    public final Recovery recovery = new Recovery(database, sessions, codes, guesses, hashing, clock, RANDOM);
    public final Presences presences = new Presences(database, bus, clock, Duration.ofSeconds(10));
    public final Profiles profiles = new Profiles(database, bus, presences);
    public final EmailChanges emailChanges = new EmailChanges(database, profiles, codes, clock);
    public final SignUps signUps = new SignUps(accounts, emailChanges);
    public final Proofs proofs = new Proofs(database, sessions, accounts, secondStep);
    public final SecondFactorChanges secondFactorChanges =
            new SecondFactorChanges(database, factors, secondStep, proofs, profiles, ownerMail);
    public final Closures closures =
            new Closures(database, sessions, accounts, proofs, profiles, ownerMail, clock, ERASURE_GRACE);
    public final Friends friends = new Friends(database, bus, profiles, ids, clock);
    public final Blocks blocks = new Blocks(database, bus, profiles, clock);

    public TestPeople() {
        bus.subscribe(event -> {
            if (event instanceof UserEvent told) {
                heard.add(told);
            }
        });
    }

    /// Sessions as a node beside this one has them: the same database and key, its own memory.
    public Sessions anotherNode() {
        return new Sessions(
                database,
                bus,
                ids,
                clock,
                RANDOM,
                new Sessions.Settings(new Sessions.Keys(key, deviceKey), ACCESS_LIFETIME));
    }

    /// Somebody new with [#PASSWORD].
    public SignedIn signUp(String username) {
        return accounts.register(new Registration(username, PASSWORD, null, null, null), DEVICE);
    }

    /// Somebody new with an e-mail address, which nobody has confirmed.
    public SignedIn signUp(String username, String email) {
        return accounts.register(new Registration(username, PASSWORD, email, null, null), DEVICE);
    }

    /// As [#signUp], for who needs only to ask.
    public Caller caller(String username) {
        return signUp(username).tokens().caller();
    }

    public SignedIn signIn(String login) {
        return accounts.login(login, PASSWORD, DEVICE);
    }

    /// Closes somebody's account at their own wish.
    public void deactivate(Caller caller, String password) {
        closures.deactivate(caller, new Proof(Optional.of(password), Optional.empty()), ASKER);
    }

    /// What this person was told, in order.
    public List<UserEvent.Body> told(Caller person) {
        return heard.stream()
                .filter(event -> event.userId().equals(person.userId()))
                .map(UserEvent::body)
                .toList();
    }

    public long userRev(Caller person) {
        return database.read(handle -> handle.createQuery("SELECT user_rev FROM tb_users WHERE user_id = :user")
                .bind("user", person.userId())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        codes.close();
        notices.close();
        presences.close();
        hashing.close();
        bus.close();
        file.close();
    }
}
