package tingting.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.session.Device;

/// Signing up: an account, its first session, and a code to the address that it claims. Safe from any thread.
public final class SignUps {
    private static final Logger LOG = LoggerFactory.getLogger(SignUps.class);

    private final Accounts accounts;
    private final EmailChanges emails;

    public SignUps(Accounts accounts, EmailChanges emails) {
        this.accounts = accounts;
        this.emails = emails;
    }

    /// Makes an account and signs it in. Whether its e-mail address is somebody else's changes neither the answer nor
    /// its time: the owner gets a mail. Blocks.
    ///
    /// @throws Problem as [Accounts#register]
    public SignedIn register(Registration wish, Device device, Asker asker) {
        SignedIn signedIn = accounts.register(wish, device);
        if (wish.email() != null) {
            askToConfirm(signedIn, EmailAddress.of(wish.email()), asker);
        }
        return signedIn;
    }

    /// The account is made: it can be asked for another code when this one cannot be sent.
    private void askToConfirm(SignedIn who, EmailAddress email, Asker asker) {
        try {
            emails.ask(who.tokens().caller(), email, asker);
        } catch (Problem refusal) {
            if (refusal.code() != ErrorCode.BUSY) {
                throw refusal;
            }
            LOG.warn("Too much waits to be sent: somebody who signed up gets no code");
        }
    }
}
