package tingting.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.account.PasskeyStore.Kept;
import tingting.cluster.SharedCache;
import tingting.database.Database;
import tingting.notice.Notice;
import tingting.oauth.BrowserMemory;
import tingting.passkey.Ceremonies;
import tingting.passkey.Ceremonies.Made;
import tingting.passkey.Credential;
import tingting.passkey.Options;
import tingting.passkey.RelyingParty;
import tingting.passkey.Unbelievable;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.Problem;

/// The passkeys of the caller's account. Whoever has one is in without a password or a code: adding and removing ask
/// who it is once more, and are told to the owner by mail. Safe from any thread; every verb blocks.
public final class Passkeys {
    /// How long a device may take; a little more than it is told.
    static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final int MOST = 20;
    private static final int NAME = 64;

    private final Database database;
    private final Proofs proofs;
    private final WaysIn waysIn;
    private final OwnerMail mail;
    private final Ids ids;
    private final Clock clock;
    private final BrowserMemory<Asked> asked;
    private final Ceremonies ceremonies = new Ceremonies();
    private final PasskeyStore store = new PasskeyStore();
    private final UserStore users = new UserStore();

    /// Who was asked to make one, and for which site.
    private record Asked(UUID sessionId, RelyingParty site) {}

    public Passkeys(
            Database database,
            Proofs proofs,
            WaysIn waysIn,
            OwnerMail mail,
            SharedCache cache,
            Ids ids,
            Clock clock,
            SecureRandom random) {
        this.database = database;
        this.proofs = proofs;
        this.waysIn = waysIn;
        this.mail = mail;
        this.ids = ids;
        this.clock = clock;
        this.asked = new BrowserMemory<>("passkey-setup", Asked.class, PATIENCE, cache, random);
    }

    /// The oldest first.
    public List<Passkey> list(Caller caller) {
        return database.read(handle -> store.of(handle, caller.userId()));
    }

    /// Begins to add one.
    ///
    /// @return what the browser is asked, as [Options#creation]; good once, for this session, for six minutes
    /// @throws Problem as [Proofs#require], or `conflict` when there are as many as can be
    public Map<String, Object> begin(Caller caller, Proof proof, RelyingParty site) {
        proofs.require(caller, proof);
        return database.read(handle -> {
            List<byte[]> known = store.credentialIds(handle, caller.userId());
            requireRoom(known.size());
            User user = me(handle, caller).user();
            return Options.creation(
                    site,
                    new Options.Owner(caller.userId(), user.username(), user.displayName()),
                    asked.remember(new Asked(caller.sessionId(), site)),
                    known);
        });
    }

    /// Adds what the browser answered.
    ///
    /// @param credential a `RegistrationResponseJSON`
    /// @throws Problem `invalid_request` naming `credential` when this session was not asked for it, or it is not
    ///     what was asked for; `conflict` when the passkey opens an account already
    public Passkey add(Caller caller, String name, String credential, Asker asker) {
        String shown = ProfileText.name("name", name, NAME);
        Credential made = judge(caller, credential);
        Kept passkey = new Kept(ids.next(), caller.userId(), made);
        Me owner = database.write(handle -> {
            proofs.requireStill(handle, caller);
            requireRoom(store.of(handle, caller.userId()).size());
            store.insert(handle, passkey, shown, clock.instant());
            return me(handle, caller);
        });
        mail.tell(owner, asker.languages(), new Notice.PasskeyAdded());
        return list(caller).stream()
                .filter(it -> it.passkeyId().equals(passkey.passkeyId()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Credential judge(Caller caller, String credential) {
        try {
            Made made = ceremonies.readMade(credential);
            RelyingParty site = asked.recall(made.challenge())
                    .filter(it -> it.sessionId().equals(caller.sessionId()))
                    .filter(_ -> asked.forget(made.challenge()))
                    .map(Asked::site)
                    .orElseThrow(Passkeys::unbelieved);
            return ceremonies.judge(made, site);
        } catch (Unbelievable e) {
            throw unbelieved();
        }
    }

    private static Problem unbelieved() {
        return Problem.invalidField("credential", "is not the passkey that was asked for, or came too late");
    }

    /// @throws Problem `not_found` when the account has none such
    public void rename(Caller caller, UUID passkeyId, String name) {
        String shown = ProfileText.name("name", name, NAME);
        if (!database.write(handle -> store.rename(handle, caller.userId(), passkeyId, shown))) {
            throw Problem.notFound();
        }
    }

    /// Has it open the account no more.
    ///
    /// @throws Problem `not_found` when the account has none such, `conflict` when nothing else would open it,
    ///     or as [Proofs#require]
    public void remove(Caller caller, UUID passkeyId, Proof proof, Asker asker) {
        proofs.require(caller, proof);
        Me owner = database.write(handle -> {
            proofs.requireStill(handle, caller);
            if (!store.delete(handle, caller.userId(), passkeyId)) {
                throw Problem.notFound();
            }
            waysIn.require(handle, caller.userId());
            return me(handle, caller);
        });
        mail.tell(owner, asker.languages(), new Notice.PasskeyRemoved());
    }

    private static void requireRoom(int count) {
        if (count >= MOST) {
            throw Problem.conflict("An account has at most %d passkeys. Remove one first.".formatted(MOST));
        }
    }

    private Me me(Handle handle, Caller caller) {
        return users.me(handle, caller.userId()).orElseThrow(Problem::unauthenticated);
    }
}
