package tingting.account;

import java.time.Clock;
import java.util.Optional;
import tingting.database.Database;
import tingting.notice.Language;
import tingting.notice.Notice;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Which e-mail address an account has. It is its own when a code that was sent there has come back; the one it was
/// registered with is only claimed until then, and others may claim it, too. Who claims an address learns nothing of
/// other accounts before that. Safe from any thread; every verb blocks.
public final class EmailChanges {
    private final Database database;
    private final Profiles profiles;
    private final SentCodes codes;
    private final Clock clock;
    private final AccountStore store = new AccountStore();
    private final UserStore users = new UserStore();

    public EmailChanges(Database database, Profiles profiles, SentCodes codes, Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.codes = codes;
        this.clock = clock;
    }

    /// Sends a code to an address that the caller claims: a new one, or their own to have it confirmed.
    ///
    /// @throws Problem `rate_limited` when the caller asks too often
    public void ask(Caller caller, EmailAddress address, Asker asker) {
        codes.requireFew(caller.userId());
        codes.later(() -> send(caller, address, asker));
    }

    private void send(Caller caller, EmailAddress address, Asker asker) {
        record Claim(Me me, boolean taken) {}
        Claim claim = database.read(handle -> new Claim(
                users.me(handle, caller.userId()).orElseThrow(Problem::unauthenticated),
                store.isAnothers(handle, caller.userId(), address)));
        if (!codes.mayReach(address, address.text().equals(claim.me().email()))) {
            return;
        }
        Language language = claim.me().language(asker.languages());
        if (claim.taken()) {
            codes.tell(address.text(), language, new Notice.EmailTaken());
        } else {
            codes.send(address, language, Notice.EmailCode::new, purpose(caller), address.key());
        }
    }

    /// Makes the address the caller's, confirmed, with the code that was sent there. The address that the account had
    /// until now is told.
    ///
    /// @throws Problem `invalid_request` naming `otp`, or `conflict` when another account has confirmed
    ///     it meanwhile
    public Me confirm(Caller caller, EmailAddress address, String otp, Asker asker) {
        codes.match(purpose(caller), address.key(), otp.strip())
                .filter(codes::spend)
                .orElseThrow(SentCodes::wrong);
        return write(caller, Optional.of(address), asker);
    }

    /// Leaves the caller without an address.
    public Me remove(Caller caller, Asker asker) {
        return write(caller, Optional.empty(), asker);
    }

    private Me write(Caller caller, Optional<EmailAddress> address, Asker asker) {
        record Changed(Me before, Me after) {}
        Changed changed = database.write(handle -> {
            Me before = users.me(handle, caller.userId()).orElseThrow(Problem::unauthenticated);
            if (address.isPresent()) {
                store.requireFree(handle, caller.userId(), null, address.get().key(), null);
            }
            store.changeEmail(handle, caller.userId(), address, clock.instant());
            return new Changed(before, users.me(handle, caller.userId()).orElseThrow());
        });
        profiles.tell(caller.userId(), changed.after().user());
        String old = changed.before().email();
        if (old != null && !sameMailbox(old, address)) {
            codes.tell(old, changed.after().language(asker.languages()), new Notice.EmailChanged());
        }
        return changed.after();
    }

    private static boolean sameMailbox(String old, Optional<EmailAddress> address) {
        return address.filter(now -> now.key().equals(EmailAddress.of(old).key()))
                .isPresent();
    }

    private static String purpose(Caller caller) {
        return "email:" + caller.userId();
    }
}
