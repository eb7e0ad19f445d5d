package tingting.web;

import tingting.protocol.Caller;

/// Turns an access token into the caller it stands for. May block on a cold cache: call it off the lanes.
@FunctionalInterface
public interface Authenticator {
    /// @throws tingting.protocol.Problem `unauthenticated` when the token is unknown, expired or revoked
    Caller authenticate(String accessToken);
}
