package tingting.account;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.database.Database;
import tingting.factor.SecondFactors;
import tingting.notice.Notice;
import tingting.protocol.Caller;
import tingting.protocol.Problem;

/// Switching one's second factor on and off. Both are told to the owner by mail, and to their other devices; neither
/// ends a session: whoever is in has been let in. Safe from any thread; every verb blocks.
public final class SecondFactorChanges {
    private final Database database;
    private final SecondFactors factors;
    private final SecondStep step;
    private final Proofs proofs;
    private final Profiles profiles;
    private final OwnerMail mail;
    private final UserStore users = new UserStore();

    public SecondFactorChanges(
            Database database,
            SecondFactors factors,
            SecondStep step,
            Proofs proofs,
            Profiles profiles,
            OwnerMail mail) {
        this.database = database;
        this.factors = factors;
        this.step = step;
        this.proofs = proofs;
        this.profiles = profiles;
        this.mail = mail;
    }

    public SecondFactorState state(Caller caller) {
        return database.read(handle -> new SecondFactorState(
                factors.isOn(handle, caller.userId()), factors.recoveryCodesLeft(handle, caller.userId())));
    }

    /// Makes a secret and recovery codes. Nothing is asked for before [#confirm].
    ///
    /// @throws Problem `conflict` when the second factor is on, or as [#switchOff]
    public SecondFactorSetup begin(Caller caller, Proof proof) {
        proofs.require(caller, proof);
        return database.write(handle -> factors.begin(handle, caller.userId())
                .map(fresh -> SecondFactorSetup.of(me(handle, caller).user().username(), fresh))
                .orElseThrow(() -> Problem.conflict("The second factor is on. Switch it off first.")));
    }

    /// Switches it on, with a code that shows that the app has the secret.
    ///
    /// @throws Problem `invalid_request` naming `code` when it does not, or nothing was begun; `rate_limited` after
    ///     too many of those
    public void confirm(Caller caller, String code, Asker asker) {
        if (!step.confirm(caller, code)) {
            throw Problem.invalidField("code", "is wrong or has expired");
        }
        tell(caller.userId(), asker.languages(), new Notice.SecondFactorOn());
    }

    /// Switches it off; nothing happens when it is not on.
    ///
    /// @throws Problem `invalid_request` naming `password` when the session is not fresh and there is no proof,
    ///     `invalid_credentials` for a wrong one, `rate_limited` after too many of those
    public void switchOff(Caller caller, Proof proof, Asker asker) {
        proofs.require(caller, proof);
        boolean wasOn = database.write(handle -> {
            proofs.requireStill(handle, caller);
            return factors.remove(handle, caller.userId());
        });
        if (wasOn) {
            tell(caller.userId(), asker.languages(), new Notice.SecondFactorOff());
        }
    }

    /// Switches somebody's second factor off within a transaction; say [#announceRemoval] after its commit.
    ///
    /// @return whether it was on
    public boolean remove(Handle handle, UUID userId) {
        return factors.remove(handle, userId);
    }

    /// Tells the owner of an account that its second factor was switched off.
    public void announceRemoval(UUID userId) {
        tell(userId, "", new Notice.SecondFactorOff());
    }

    private void tell(UUID userId, String languages, Notice notice) {
        database.read(handle -> users.me(handle, userId)).ifPresent(me -> {
            profiles.tell(userId, me.user());
            mail.tell(me, languages, notice);
        });
    }

    private Me me(Handle handle, Caller caller) {
        return users.me(handle, caller.userId()).orElseThrow(Problem::unauthenticated);
    }
}
