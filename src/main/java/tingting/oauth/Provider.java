package tingting.oauth;

import java.net.URI;
import java.util.Optional;

/// Somebody who knows people. Safe from any thread; whatever asks the provider blocks, for a bounded time.
sealed interface Provider permits OidcProvider, GitHub {
    /// As addresses write it, for example `google`.
    String id();

    /// As people call it.
    String name();

    /// Under which its identities are kept.
    String issuer();

    /// Where the browser goes to be asked.
    ///
    /// @throws ProviderFailure when the provider does not tell
    URI authorization(Flow flow) throws ProviderFailure;

    /// Whether the answer may be this provider's, by the `iss` that it carries or does not (RFC 9207).
    ///
    /// @throws ProviderFailure when the provider does not tell whether it has to
    boolean mayAnswerAs(Optional<String> issuer) throws ProviderFailure;

    /// Who it was that was asked.
    ///
    /// @throws ProviderFailure when the provider does not tell, or what it tells cannot be believed
    Identity identify(String code, Flow flow) throws ProviderFailure;
}
