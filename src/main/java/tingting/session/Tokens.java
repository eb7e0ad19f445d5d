package tingting.session;

import java.time.Duration;
import tingting.protocol.Caller;

/// What a device signs its requests with, and what it renews that with.
///
/// @param refreshToken good for one renewal
/// @param accessLifetime how long the access token is good from now
public record Tokens(Caller caller, String accessToken, String refreshToken, Duration accessLifetime) {}
