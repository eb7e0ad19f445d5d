package tingting.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.account.AccountStore.Holder;
import tingting.account.Guesses.Guesser;
import tingting.account.OneTimeCodes.Match;
import tingting.database.Database;
import tingting.notice.Notice;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.session.Sessions;

/// The way back for who has forgotten their password: a code, sent to their e-mail address or phone. Nothing in its
/// answers or their time tells whether there is an account.
///
/// An account has two codes at most: one for who asks from where it has been signed in, one for everybody else. So a
/// stranger can neither replace the owner's code nor use up its tries. A code is void as soon as the contact or the
/// password that it was asked for is another. Wrong codes count as wrong passwords do. Safe from any thread; [#reset]
/// blocks.
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Database database;
    private final Sessions sessions;
    private final SentCodes codes;
    private final Guesses guesses;
    private final Guessers guessers;
    private final Clock clock;
    private final Passwords passwords;
    private final PasswordPolicy policy = new PasswordPolicy();
    private final AccountStore store = new AccountStore();
    private final OAuthLinkStore links = new OAuthLinkStore();
    private final PasskeyStore passkeys = new PasskeyStore();

    public Recovery(
            Database database,
            Sessions sessions,
            SentCodes codes,
            Guesses guesses,
            HashingPool pool,
            Clock clock,
            SecureRandom random) {
        this.database = database;
        this.sessions = sessions;
        this.codes = codes;
        this.guesses = guesses;
        this.guessers = new Guessers(sessions);
        this.clock = clock;
        this.passwords = new Passwords(pool, random);
    }

    /// Sends a code to the contact if it is an account's and has not been sent too many. Returns at once.
    ///
    /// @throws Problem `busy` when too many ask, whether there is an account or not
    public void forgot(Contact contact, Asker asker) {
        codes.later(() -> look(contact, asker.device()).found().ifPresent(found -> send(contact, asker, found)));
    }

    private void send(Contact contact, Asker asker, Found found) {
        if (!codes.mayReach(contact, found.known())) {
            LOG.info("A code for a new password is asked for too often: none is sent");
            return;
        }
        codes.send(
                contact,
                found.holder().language(asker.languages()),
                Notice.RecoveryCode::new,
                found.purpose(found.known()),
                found.bound(contact));
    }

    /// Sets a new password with a code, and ends all sessions of the account.
    ///
    /// @throws Problem `invalid_request` naming `new_password`, which spends neither the code nor a try, or `otp`;
    ///     `rate_limited` after too many wrong ones, which spends no try; `busy`, which spends one
    public void reset(Contact contact, String otp, String newPassword, Asker asker) {
        policy.check("new_password", newPassword);
        Look look = look(contact, asker.device());
        Match match = guesses.right(
                        look.guesser(), () -> look.found().flatMap(found -> match(found, contact, otp.strip())))
                .orElseThrow(SentCodes::wrong);
        Found found = look.found().orElseThrow();
        String hash = passwords.hash(newPassword);
        if (!codes.spend(match)) {
            throw SentCodes.wrong();
        }
        UUID userId = found.holder().me().user().userId();
        List<UUID> ended = database.write(handle -> {
            requireUnchanged(store.holder(handle, contact), found);
            store.changeHash(handle, userId, hash);
            if (contact instanceof EmailAddress) {
                dropLinksOfClaimer(handle, found);
                store.verifyEmail(handle, userId, clock.instant());
            }
            return sessions.endAll(handle, userId, List.of());
        });
        sessions.announceEnd(userId, ended);
        tell(contact, found, asker);
    }

    /// While the address was only claimed, the account may have been made by somebody who waited for the address' owner
    /// to recover it. Nothing that they linked opens it any more.
    private void dropLinksOfClaimer(Handle handle, Found found) {
        Me me = found.holder().me();
        if (me.emailVerifiedAt() == null) {
            links.deleteAll(handle, me.user().userId());
            passkeys.deleteAll(handle, me.user().userId());
        }
    }

    private static void requireUnchanged(Optional<Holder> now, Found found) {
        if (now.filter(holder -> holder.hash().equals(found.holder().hash())).isEmpty()) {
            throw SentCodes.wrong();
        }
    }

    private Optional<Match> match(Found found, Contact contact, String otp) {
        String bound = found.bound(contact);
        return (found.known() ? codes.match(found.purpose(true), bound, otp) : Optional.<Match>empty())
                .or(() -> codes.match(found.purpose(false), bound, otp));
    }

    /// An address that the account only claims may be somebody else's; the one that the code came back from is not.
    private void tell(Contact contact, Found found, Asker asker) {
        Me owner = found.holder().me();
        if (owner.email() != null && (contact instanceof EmailAddress || owner.emailVerifiedAt() != null)) {
            codes.tell(owner.email(), owner.language(asker.languages()), new Notice.PasswordReset());
        }
    }

    /// Looks for as much whether there is an account or not.
    private Look look(Contact contact, Device device) {
        return database.read(handle -> {
            Optional<Holder> holder = store.holder(handle, contact);
            Guesser guesser = guessers.of(
                    handle, Login.of(contact), holder.map(one -> one.me().user().userId()), device);
            return new Look(holder.map(one -> new Found(one, !(guesser instanceof Guesser.Stranger))), guesser);
        });
    }

    private record Look(Optional<Found> found, Guesser guesser) {}

    /// @param known whether the account was signed in to in the browser or lately from where it is asked for
    private record Found(Holder holder, boolean known) {
        String purpose(boolean known) {
            return "recovery:" + holder.me().user().userId() + (known ? ":known" : ":unknown");
        }

        String bound(Contact contact) {
            return contact.key() + " " + holder.hash().orElse("");
        }
    }
}
