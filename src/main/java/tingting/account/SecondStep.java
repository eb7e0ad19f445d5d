package tingting.account;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.account.Guesses.Guesser;
import tingting.database.Database;
import tingting.factor.SecondFactors;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.session.Sessions;

/// Asks for the second factor of accounts that have one, whichever way their owner has shown the first. Wrong codes are
/// counted apart from wrong passwords, and stricter: who gets here knows the password. Safe from any thread; blocks.
public final class SecondStep {
    private final Database database;
    private final SecondFactors factors;
    private final Guesses guesses;
    private final Guessers guessers;

    /// @param guesses those at codes
    public SecondStep(Database database, Sessions sessions, SecondFactors factors, Guesses guesses) {
        this.database = database;
        this.factors = factors;
        this.guesses = guesses;
        this.guessers = new Guessers(sessions);
    }

    /// Whether the account has one.
    boolean isOn(Handle handle, UUID userId) {
        return factors.isOn(handle, userId);
    }

    /// Lets those sign in who have no second factor, or show it; the code is used up.
    ///
    /// @param otp a code of their app, or a recovery code
    /// @throws Problem `otp_required` without one, `invalid_credentials` for a wrong or used one, `rate_limited`
    ///     after too many of those
    void require(UUID userId, Optional<String> otp, Device device) {
        record Asked(boolean on, Guesser guesser) {}
        Asked asked = database.read(handle ->
                new Asked(factors.isOn(handle, userId), guessers.of(handle, userId.toString(), userId, device)));
        if (asked.on()) {
            spend(userId, otp.filter(code -> !code.isBlank()).orElseThrow(SecondStep::missing), asked.guesser());
        }
    }

    /// Takes a code within a session.
    ///
    /// @throws Problem `invalid_credentials` for a wrong or used one, `rate_limited` after too many of those
    void require(Caller caller, String otp) {
        spend(caller.userId(), otp, new Guesser.SignedIn(caller.sessionId()));
    }

    private void spend(UUID userId, String otp, Guesser guesser) {
        if (!guesses.isRight(guesser, () -> database.write(handle -> factors.spend(handle, userId, otp)))) {
            throw Problem.of(ErrorCode.INVALID_CREDENTIALS, "The code is wrong, or was used before.");
        }
    }

    /// Switches the second factor on with the first code.
    ///
    /// @return whether it was its code
    boolean confirm(Caller caller, String code) {
        return guesses.isRight(
                new Guesser.SignedIn(caller.sessionId()),
                () -> database.write(handle -> factors.confirm(handle, caller.userId(), code)));
    }

    private static Problem missing() {
        return Problem.of(ErrorCode.OTP_REQUIRED, "This account asks for a code of its authenticator app as well.");
    }
}
