package tingting.account;

/// How somebody whom a provider has identified goes on.
public sealed interface Arrival {
    /// They are in.
    record In(SignedIn signedIn) implements Arrival {}

    /// Their account asks for a code as well; nothing has happened yet.
    ///
    /// @param browser the secret for a cookie, for [OAuthAccounts#CODE_LIFETIME]
    record CodeWanted(String browser) implements Arrival {}
}
