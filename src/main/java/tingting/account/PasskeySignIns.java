package tingting.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.account.PasskeyStore.Kept;
import tingting.cluster.SharedCache;
import tingting.database.Database;
import tingting.oauth.BrowserMemory;
import tingting.passkey.Ceremonies;
import tingting.passkey.Ceremonies.Signed;
import tingting.passkey.Credential;
import tingting.passkey.Options;
import tingting.passkey.RelyingParty;
import tingting.passkey.Unbelievable;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.session.Sessions;

/// Signs in with a passkey. It is both factors at once, so no code is asked for: the device has to verify its user.
/// Safe from any thread; every verb blocks.
public final class PasskeySignIns {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeySignIns.class);

    private final Database database;
    private final Sessions sessions;
    private final Clock clock;
    private final BrowserMemory<RelyingParty> asked;
    private final Ceremonies ceremonies = new Ceremonies();
    private final PasskeyStore store = new PasskeyStore();
    private final ClosureStore closures = new ClosureStore();
    private final UserStore users = new UserStore();

    public PasskeySignIns(Database database, Sessions sessions, SharedCache cache, Clock clock, SecureRandom random) {
        this.database = database;
        this.sessions = sessions;
        this.clock = clock;
        this.asked = new BrowserMemory<>("passkey-sign-in", RelyingParty.class, Passkeys.PATIENCE, cache, random);
    }

    /// Begins to sign in, whoever it is.
    ///
    /// @return what the browser is asked, as [Options#request]; good once, for six minutes
    public Map<String, Object> begin(RelyingParty site) {
        return Options.request(site, asked.remember(site));
    }

    /// Signs in whose passkey has signed.
    ///
    /// @param credential an `AuthenticationResponseJSON`
    /// @throws Problem `invalid_credentials` for whatever reason, `account_closed` when all is right and the owner
    ///     has closed the account
    public SignedIn finish(String credential, Device device) {
        try {
            Signed signed = ceremonies.readSigned(credential);
            RelyingParty site = asked.recall(signed.challenge())
                    .filter(_ -> asked.forget(signed.challenge()))
                    .orElseThrow(PasskeySignIns::refused);
            Kept kept = database.read(handle -> store.find(handle, signed.credentialId()))
                    .orElseThrow(PasskeySignIns::refused);
            return open(kept, judge(signed, site, kept), device);
        } catch (Unbelievable e) {
            throw refused();
        }
    }

    /// A counter that goes back means that somebody else signs with the same key (WebAuthn, section 6.1.1).
    private Credential judge(Signed signed, RelyingParty site, Kept kept) throws Unbelievable {
        try {
            return ceremonies.judge(signed, site, kept.credential(), kept.userId());
        } catch (Unbelievable e) {
            if (e.copied()) {
                LOG.warn(
                        "The counter of passkey {} of user {} went back: it may have been copied",
                        kept.passkeyId(),
                        kept.userId());
            }
            throw e;
        }
    }

    private SignedIn open(Kept kept, Credential used, Device device) {
        return database.write(handle -> {
            if (!store.use(handle, kept, used.signCount(), clock.instant())) {
                throw refused();
            }
            closures.reopenable(handle, kept.userId()).ifPresent(closure -> {
                throw Problem.accountClosed(closure.eraseAt());
            });
            Me me = users.me(handle, kept.userId()).orElseThrow(PasskeySignIns::refused);
            return new SignedIn(me, sessions.open(handle, kept.userId(), device));
        });
    }

    private static Problem refused() {
        return Problem.of(ErrorCode.INVALID_CREDENTIALS, "This passkey opens no account here, or came too late.");
    }
}
