package tingting.notice;

import java.time.Duration;

/// Something to tell the person behind an e-mail address or a phone number. Nothing in it was written by a user:
/// whoever can make the server send a mail must not be able to make it say something.
public sealed interface Notice {
    /// A code, and how long it is good.
    sealed interface Code extends Notice {
        String code();

        Duration lifetime();
    }

    /// For choosing a new password.
    record RecoveryCode(String code, Duration lifetime) implements Code {}

    /// Shows that the address is read by whoever claims it.
    record EmailCode(String code, Duration lifetime) implements Code {}

    /// Somebody claims the address of another account.
    record EmailTaken() implements Notice {}

    /// To the address that an account had until now.
    record EmailChanged() implements Notice {}

    /// A provider's identity now opens the account.
    record SignInLinked() implements Notice {}

    /// A passkey now opens the account.
    record PasskeyAdded() implements Notice {}

    /// A passkey opens the account no more.
    record PasskeyRemoved() implements Notice {}

    /// The password was set anew with a code.
    record PasswordReset() implements Notice {}

    /// Signing in asks for a second factor from now on.
    record SecondFactorOn() implements Notice {}

    /// Signing in asks for the password alone from now on.
    record SecondFactorOff() implements Notice {}

    /// The owner has closed the account for now.
    record AccountDeactivated() implements Notice {}

    /// The owner has closed the account, to have it erased after so long.
    record ErasurePlanned(Duration grace) implements Notice {}

    /// A closed account is open again.
    record AccountReopened() implements Notice {}

    /// All that somebody owns was put into a file at their wish.
    record ExportReady() implements Notice {}

    /// The password was changed by who knew the old one.
    record PasswordChanged() implements Notice {}
}
