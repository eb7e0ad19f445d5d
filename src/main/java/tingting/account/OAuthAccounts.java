package tingting.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.account.AccountStore.NewAccount;
import tingting.account.AccountStore.Owner;
import tingting.cluster.SharedCache;
import tingting.database.Database;
import tingting.notice.Notice;
import tingting.oauth.BrowserMemory;
import tingting.oauth.Identity;
import tingting.oauth.Refusal;
import tingting.oauth.Refusal.Reason;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.session.Sessions;

/// Signs in who a provider says it is. An identity opens the account that it is linked to; without a link the one
/// whose own its e-mail address is; without that a new one. Safe from any thread; every verb blocks.
public final class OAuthAccounts {
    /// How long somebody may take to type a code.
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final Database database;
    private final Sessions sessions;
    private final SecondStep secondStep;
    private final OwnerMail mail;
    private final Ids ids;
    private final Clock clock;
    private final BrowserMemory<Identity> waiting;
    private final UsernameProposals usernames;
    private final AccountStore store = new AccountStore();
    private final OAuthLinkStore links = new OAuthLinkStore();
    private final UserStore users = new UserStore();

    public OAuthAccounts(
            Database database,
            Sessions sessions,
            SecondStep secondStep,
            OwnerMail mail,
            SharedCache cache,
            Ids ids,
            Clock clock,
            SecureRandom random) {
        this.database = database;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.mail = mail;
        this.ids = ids;
        this.clock = clock;
        this.waiting = new BrowserMemory<>("oauth-code", Identity.class, CODE_LIFETIME, cache, random);
        this.usernames = new UsernameProposals(random);
    }

    /// Lets in whoever a provider says it is, unless their account asks for more.
    ///
    /// @throws Refusal when the account is closed, or the address must not open it
    public Arrival signIn(Identity identity, Device device, Asker asker) {
        return enter(identity, Optional.empty(), device, asker)
                .<Arrival>map(Arrival.In::new)
                .orElseGet(() -> new Arrival.CodeWanted(waiting.remember(identity)));
    }

    /// Lets in who was asked for a code. A wrong one may be followed by others, as many as guesses are let through.
    ///
    /// @param browser what the cookie of this browser holds
    /// @throws Problem `invalid_credentials` for a wrong code, `rate_limited` after too many of those
    /// @throws Refusal `EXPIRED` when this browser is not asked for one, or as [#signIn]
    public SignedIn finish(Optional<String> browser, String otp, Device device, Asker asker) {
        Identity identity = browser.flatMap(waiting::recall).orElseThrow(OAuthAccounts::expired);
        UUID userId = database.read(handle -> find(handle, identity, device))
                .map(Found::userId)
                .orElseThrow(OAuthAccounts::expired);
        secondStep.require(userId, Optional.of(otp), device);
        return browser.filter(waiting::forget)
                .flatMap(_ -> enter(identity, Optional.of(userId), device, asker))
                .orElseThrow(OAuthAccounts::expired);
    }

    private static Refusal expired() {
        return new Refusal(Reason.EXPIRED);
    }

    private record Entered(SignedIn signedIn, boolean linkedNow) {}

    /// @param proven the account whose second factor was shown
    /// @return nothing when it has to be shown first
    private Optional<SignedIn> enter(Identity identity, Optional<UUID> proven, Device device, Asker asker) {
        Optional<Entered> entered = database.write(handle -> {
            Optional<Found> found = find(handle, identity, device);
            boolean shown = found.map(Found::userId).equals(proven);
            if (!shown
                    && found.filter(it -> secondStep.isOn(handle, it.userId())).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(open(handle, identity, found, device));
        });
        entered.filter(Entered::linkedNow)
                .ifPresent(it -> mail.tell(it.signedIn().user(), asker.languages(), new Notice.SignInLinked()));
        return entered.map(Entered::signedIn);
    }

    private Entered open(Handle handle, Identity identity, Optional<Found> found, Device device) {
        UUID userId = found.map(Found::userId).orElseGet(() -> create(handle, identity));
        boolean linked = found.filter(Found::linked).isPresent();
        if (!linked) {
            links.insert(handle, userId, identity, clock.instant());
        }
        Me me = users.me(handle, userId).orElseThrow(() -> new Refusal(Reason.CLOSED));
        return new Entered(new SignedIn(me, sessions.open(handle, userId, device)), found.isPresent() && !linked);
    }

    private record Found(UUID userId, boolean linked) {}

    /// The account that the identity opens; none when it gets a new one.
    private Optional<Found> find(Handle handle, Identity identity, Device device) {
        Optional<UUID> linked = links.owner(handle, identity);
        return linked.isPresent()
                ? linked.map(userId -> new Found(userId, true))
                : address(identity).flatMap(email -> byEmail(handle, identity, email, device));
    }

    private Optional<Found> byEmail(Handle handle, Identity identity, EmailAddress email, Device device) {
        Optional<Owner> owner = store.owner(handle, email);
        if (owner.isEmpty()) {
            requireNoClaimHere(handle, email, device);
            return Optional.empty();
        }
        if (!owner.get().active()) {
            throw new Refusal(Reason.CLOSED);
        }
        // addresses of those who leave are given to others: a second identity with the same one is another person
        if (links.has(handle, owner.get().userId(), identity.issuer())) {
            throw new Refusal(Reason.LINKED_OTHERWISE);
        }
        return Optional.of(new Found(owner.get().userId(), false));
    }

    /// Who only claims an address may be anybody: such an account is never opened by it. Where it was signed in to
    /// before, though, it is likely their own: they are told to confirm the address first, rather than left
    /// wondering in a new account where their conversations are.
    private void requireNoClaimHere(Handle handle, EmailAddress email, Device device) {
        boolean claimed = store.byLogin(handle, Login.of(email)).stream()
                .anyMatch(account -> sessions.knowsAddress(handle, account.userId(), device.address()));
        if (claimed) {
            throw new Refusal(Reason.EMAIL_UNCONFIRMED);
        }
    }

    private UUID create(Handle handle, Identity identity) {
        UUID userId = ids.next();
        Instant now = clock.instant();
        Username username = usernames.find(identity, name -> store.isFree(handle, name));
        String displayName = Optional.ofNullable(identity.name())
                .flatMap(ProfileText::displayable)
                .orElse(username.text());
        Optional<EmailAddress> email = address(identity);
        store.insert(handle, new NewAccount(userId, username, null, email.orElse(null), null, displayName, now));
        if (email.isPresent()) {
            store.verifyEmail(handle, userId, now);
        }
        return userId;
    }

    private static Optional<EmailAddress> address(Identity identity) {
        return Optional.ofNullable(identity.email()).flatMap(EmailAddress::parse);
    }
}
