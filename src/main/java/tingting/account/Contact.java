package tingting.account;

/// Where somebody is reached outside of the app.
public sealed interface Contact permits EmailAddress, PhoneNumber {
    /// As it was written, and as it is written to.
    String text();

    /// As it is compared.
    String key();
}
