package tingting.session;

/// What a request tells of the device it came from: shown in the list of sessions, trusted for nothing.
///
/// @param userAgent the `User-Agent` header, cut to what the list shows
/// @param address the peer's address, as text
public record Device(String userAgent, String address) {
    private static final int USER_AGENT_LENGTH = 256;

    public Device {
        userAgent = userAgent.length() > USER_AGENT_LENGTH ? userAgent.substring(0, USER_AGENT_LENGTH) : userAgent;
    }
}
