package tingting.session;

import java.util.Optional;

/// What a request tells of the device it came from: shown in the list of sessions, and trusted for nothing but whose
/// guesses to count together.
///
/// @param userAgent the `User-Agent` header, cut to what the list shows
/// @param address the peer's address, as text
/// @param token the device token of an earlier sign-in, if it sent one
public record Device(String userAgent, String address, Optional<String> token) {
    private static final int USER_AGENT_LENGTH = 256;

    public Device {
        userAgent = userAgent.length() > USER_AGENT_LENGTH ? userAgent.substring(0, USER_AGENT_LENGTH) : userAgent;
    }

    /// One without a token.
    public Device(String userAgent, String address) {
        this(userAgent, address, Optional.empty());
    }
}
