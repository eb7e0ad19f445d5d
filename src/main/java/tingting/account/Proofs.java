package tingting.account;

import org.jdbi.v3.core.Handle;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.session.Sessions;

/// Has somebody who is signed in show once more that it is them, before what a thief of their session must not do.
/// Safe from any thread; every verb blocks.
public final class Proofs {
    private final Database database;
    private final Sessions sessions;
    private final Accounts accounts;
    private final SecondStep step;

    public Proofs(Database database, Sessions sessions, Accounts accounts, SecondStep step) {
        this.database = database;
        this.sessions = sessions;
        this.accounts = accounts;
        this.step = step;
    }

    /// Takes the password, a code of the second factor, or that the session has just begun.
    ///
    /// @throws Problem `invalid_request` naming `password` when there is nothing of that, `invalid_credentials` for
    ///     a wrong one, `rate_limited` after too many of those
    void require(Caller caller, Proof proof) {
        if (proof.password().isPresent()) {
            accounts.confirm(caller, proof.password().get());
        } else if (proof.otp().isPresent()) {
            step.require(caller, proof.otp().get());
        } else if (!database.read(handle -> sessions.isFresh(handle, caller))) {
            throw Problem.invalidField("password", "is missing, and so is a code: this session began a while ago");
        }
    }

    /// As [#require], but takes nothing else than the password of an account that has one.
    void requirePassword(Caller caller, Proof proof) {
        if (proof.password().isEmpty() && accounts.hasPassword(caller)) {
            throw Problem.invalidField("password", "is missing");
        }
        require(caller, proof);
    }

    /// What was shown must still hold when its consequence is committed: a password that was changed or set anew
    /// meanwhile has ended the session.
    ///
    /// @throws Problem `unauthenticated` when the session has ended
    void requireStill(Handle handle, Caller caller) {
        if (!sessions.lives(handle, caller)) {
            throw Problem.unauthenticated();
        }
    }
}
