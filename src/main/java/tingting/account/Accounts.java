package tingting.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.account.AccountStore.Candidate;
import tingting.account.AccountStore.Credentials;
import tingting.account.AccountStore.NewAccount;
import tingting.account.Guesses.Guesser;
import tingting.database.Database;
import tingting.notice.Notice;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.session.Sessions;

/// Signing up and in, and what asks for the password again. A sign-in that fails says the same and costs the same,
/// whether the account exists or not, and too many that fail have to wait. Safe from any thread; every verb blocks.
public final class Accounts {
    private final Database database;
    private final Sessions sessions;
    private final Guesses guesses;
    private final Guessers guessers;
    private final SecondStep secondStep;
    private final Ids ids;
    private final Clock clock;
    private final Passwords passwords;
    private final OwnerMail mail;
    private final PasswordPolicy policy = new PasswordPolicy();
    private final AccountStore store = new AccountStore();
    private final ClosureStore closures = new ClosureStore();
    private final UserStore users = new UserStore();

    public Accounts(
            Database database,
            Sessions sessions,
            HashingPool pool,
            Guesses guesses,
            SecondStep secondStep,
            Ids ids,
            Clock clock,
            SecureRandom random,
            OwnerMail mail) {
        this.database = database;
        this.sessions = sessions;
        this.guesses = guesses;
        this.guessers = new Guessers(sessions);
        this.secondStep = secondStep;
        this.ids = ids;
        this.clock = clock;
        this.passwords = new Passwords(pool, random);
        this.mail = mail;
    }

    /// Makes an account and signs it in. Its e-mail address is only claimed: whether another account has that address
    /// changes nothing.
    ///
    /// @throws Problem `invalid_request` naming the field, `conflict` naming what is taken, or `busy`
    public SignedIn register(Registration wish, Device device) {
        Username username = Username.of(wish.username());
        EmailAddress email = wish.email() == null ? null : EmailAddress.of(wish.email());
        PhoneNumber phone = wish.phone() == null ? null : PhoneNumber.of(wish.phone());
        String displayName = wish.displayName() == null
                ? username.text()
                : ProfileText.name("display_name", wish.displayName(), ProfileChange.DISPLAY_NAME);
        policy.check("password", wish.password());

        String hash = passwords.hash(wish.password());
        UUID userId = ids.next();
        NewAccount account = new NewAccount(userId, username, hash, email, phone, displayName, clock.instant());
        return database.write(handle -> {
            store.insert(handle, account);
            return open(handle, userId, device);
        });
    }

    /// As the other, for who has no second factor.
    public SignedIn login(String login, String password, Device device) {
        return login(login, password, Optional.empty(), device);
    }

    /// Signs in with a username, an e-mail address or a phone number.
    ///
    /// @param otp a code of the second factor, where there is one
    /// @throws Problem `invalid_credentials` for whatever reason, `rate_limited` after too many of those,
    ///     `otp_required` when only that is missing, `account_closed` when all is right and the owner has
    ///     closed the account, or `busy`
    public SignedIn login(String login, String password, Optional<String> otp, Device device) {
        return enter(login, password, otp, device, Accounts::refuse).who();
    }

    private static boolean refuse(Handle handle, @Nullable Closure closure) {
        if (closure != null) {
            throw Problem.accountClosed(closure.eraseAt());
        }
        return false;
    }

    /// What is done, within the transaction that signs somebody in, about their having closed the account.
    @FunctionalInterface
    interface Door {
        /// Answers whether the account is opened again.
        boolean pass(Handle handle, @Nullable Closure closure);
    }

    /// @param reopened whether the account had been closed until then
    record Entered(SignedIn who, boolean reopened) {}

    /// Signs in as [#login] does, past this door.
    Entered enter(String login, String password, Optional<String> otp, Device device, Door door) {
        Login name = Login.of(login);
        Found found = database.read(handle -> find(handle, name, device));
        Optional<String> hash = found.credentials().flatMap(Credentials::hash);
        if (!guesses.isRight(found.guesser(), () -> passwords.matches(password, hash))) {
            throw wrongCredentials();
        }
        Credentials credentials = found.credentials().orElseThrow();
        secondStep.require(credentials.userId(), otp, device);
        UUID userId = credentials.userId();
        return database.write(handle -> {
            Closure closure = closures.reopenable(handle, userId).orElse(null);
            boolean reopened = door.pass(handle, closure);
            requireUnchanged(handle, credentials);
            return new Entered(open(handle, userId, device), reopened);
        });
    }

    private record Found(Optional<Credentials> credentials, Guesser guesser) {}

    /// The account of that name, and what it knows of who asks.
    private Found find(Handle handle, Login login, Device device) {
        Optional<Credentials> credentials = meant(store.byLogin(handle, login), handle, device);
        return new Found(credentials, guessers.of(handle, login, credentials.map(Credentials::userId), device));
    }

    /// An address that is only claimed is a name where the account is known, and nowhere else. There it goes before the
    /// owner who has never been there: else signing in with a claim would tell whether there is an owner.
    private Optional<Credentials> meant(List<Candidate> candidates, Handle handle, Device device) {
        return candidates.stream()
                .filter(candidate -> knows(handle, candidate.userId(), device))
                .findFirst()
                .or(() -> candidates.stream().filter(Candidate::own).findFirst())
                .map(Candidate::credentials);
    }

    private boolean knows(Handle handle, UUID userId, Device device) {
        return sessions.knownDevice(userId, device).isPresent()
                || sessions.knowsAddress(handle, userId, device.address());
    }

    /// Changes the caller's password, ends all their other sessions and tells the owner by mail.
    ///
    /// @throws Problem `invalid_credentials` when the old one is wrong, `invalid_request` when the new one may not
    ///     be
    public void changePassword(Caller caller, String oldPassword, String newPassword, Asker asker) {
        policy.check("new_password", newPassword);
        Credentials credentials = confirm(caller, oldPassword);
        String hash = passwords.hash(newPassword);
        record Changed(List<UUID> ended, Me owner) {}
        Changed changed = database.write(handle -> {
            requireUnchanged(handle, credentials);
            store.changeHash(handle, caller.userId(), hash);
            return new Changed(
                    sessions.endAll(handle, caller.userId(), List.of(caller.sessionId())),
                    users.me(handle, caller.userId()).orElseThrow(Problem::unauthenticated));
        });
        sessions.announceEnd(caller.userId(), changed.ended());
        mail.tell(changed.owner(), asker.languages(), new Notice.PasswordChanged());
    }

    /// Hashes a password that somebody in charge gives to somebody else.
    ///
    /// @throws Problem `invalid_request` when it may not be one, or `busy`
    public String hash(String password) {
        policy.check("password", password);
        return passwords.hash(password);
    }

    /// Gives somebody another password within a transaction and ends all their sessions; say
    /// [Sessions#announceEnd] of the answer after the commit.
    ///
    /// @param hash what [#hash] answered
    public List<UUID> replacePassword(Handle handle, UUID userId, String hash) {
        store.changeHash(handle, userId, hash);
        return sessions.endAll(handle, userId, List.of());
    }

    private SignedIn open(Handle handle, UUID userId, Device device) {
        var tokens = sessions.open(handle, userId, device);
        return new SignedIn(users.me(handle, userId).orElseThrow(Problem::unauthenticated), tokens);
    }

    /// Asks somebody who is signed in for their password.
    Credentials confirm(Caller caller, String password) {
        Optional<String> hash = database.read(handle -> store.hash(handle, caller.userId()));
        if (!guesses.isRight(new Guesser.SignedIn(caller.sessionId()), () -> passwords.matches(password, hash))) {
            throw wrongCredentials();
        }
        return new Credentials(caller.userId(), hash);
    }

    /// Whether the caller's account has a password to ask for.
    boolean hasPassword(Caller caller) {
        return database.read(handle -> store.hash(handle, caller.userId())).isPresent();
    }

    /// What the password was checked against must still hold when its consequence is committed.
    private void requireUnchanged(Handle handle, Credentials checked) {
        if (!store.hash(handle, checked.userId()).equals(checked.hash())) {
            throw wrongCredentials();
        }
    }

    private static Problem wrongCredentials() {
        return Problem.of(ErrorCode.INVALID_CREDENTIALS, "The login or the password is wrong.");
    }
}
