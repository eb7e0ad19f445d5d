package tingting.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.account.Accounts.Entered;
import tingting.database.Database;
import tingting.notice.Notice;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.session.Sessions;

/// Closing one's own account, for now or for good, and coming back. A closed account looks like none to everybody; its
/// owner learns that it is there, by the right password, and may take the closing back until those in charge close it
/// as well, or its time of grace is over. Safe from any thread; every verb blocks.
public final class Closures {
    private final Database database;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Proofs proofs;
    private final Profiles profiles;
    private final OwnerMail mail;
    private final Clock clock;
    private final Duration grace;
    private final ClosureStore store = new ClosureStore();
    private final StandingStore standings = new StandingStore();
    private final UserStore users = new UserStore();

    /// @param grace between the wish to be erased and the erasing
    public Closures(
            Database database,
            Sessions sessions,
            Accounts accounts,
            Proofs proofs,
            Profiles profiles,
            OwnerMail mail,
            Clock clock,
            Duration grace) {
        this.database = database;
        this.sessions = sessions;
        this.accounts = accounts;
        this.proofs = proofs;
        this.profiles = profiles;
        this.mail = mail;
        this.clock = clock;
        this.grace = grace;
    }

    /// Closes the caller's account until they come back, and ends all their sessions.
    ///
    /// @throws Problem `invalid_request` or `invalid_credentials` for a missing or wrong proof, `conflict` for the
    ///     only admin
    public void deactivate(Caller caller, Proof proof, Asker asker) {
        proofs.requirePassword(caller, proof);
        close(caller, new Closure(caller.userId(), null, false), asker, new Notice.AccountDeactivated());
    }

    /// Closes the caller's account to have it erased when the time of grace is over; answers when that is.
    ///
    /// @param recallMessages whether what they wrote goes as well; else it stays, without a name
    /// @throws Problem as [#deactivate]
    public Instant erase(Caller caller, Proof proof, boolean recallMessages, Asker asker) {
        proofs.requirePassword(caller, proof);
        Instant eraseAt = clock.instant().plus(grace);
        close(caller, new Closure(caller.userId(), eraseAt, recallMessages), asker, new Notice.ErasurePlanned(grace));
        return eraseAt;
    }

    private void close(Caller caller, Closure closure, Asker asker, Notice notice) {
        UUID userId = caller.userId();
        record Closed(Me owner, List<UUID> ended) {}
        Closed closed = database.write(handle -> {
            proofs.requireStill(handle, caller);
            Me owner = users.me(handle, userId).orElseThrow(Problem::unauthenticated);
            standings.requireAnotherAdmin(handle, userId);
            standings.setState(handle, userId, AccountState.DISABLED);
            store.insert(handle, closure, clock.instant());
            return new Closed(owner, sessions.endAll(handle, userId, List.of()));
        });
        sessions.announceEnd(userId, closed.ended());
        profiles.announce(userId);
        mail.tell(closed.owner(), asker.languages(), notice);
    }

    /// Signs in, and opens the account again if its owner had closed it: an erasure that has not begun is off.
    ///
    /// @throws Problem as [Accounts#login]
    public SignedIn reopen(String login, String password, Optional<String> otp, Device device) {
        Entered entered = accounts.enter(login, password, otp, device, this::open);
        SignedIn who = entered.who();
        if (entered.reopened()) {
            profiles.announce(who.tokens().caller().userId());
            mail.tell(who.user(), "", new Notice.AccountReopened());
        }
        return who;
    }

    private boolean open(Handle handle, @Nullable Closure closure) {
        if (closure == null) {
            return false;
        }
        store.remove(handle, closure.userId());
        standings.setState(handle, closure.userId(), AccountState.ACTIVE);
        return true;
    }
}
