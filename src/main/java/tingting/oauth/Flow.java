package tingting.oauth;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Caller;

/// What is remembered while somebody is away at a provider.
///
/// @param provider the only one whose answer counts (RFC 9700, section 4.4)
/// @param state what the answer must repeat
/// @param nonce what the ID token must repeat
/// @param verifier of PKCE (RFC 7636)
/// @param redirectUri where the answer comes
/// @param returnTo the page of this server that it all leads to
/// @param linkTo the session whose account gets the identity; null to sign in with it
public record Flow(
        String provider,
        String state,
        String nonce,
        String verifier,
        URI redirectUri,
        String returnTo,
        @Nullable Caller linkTo) {}
