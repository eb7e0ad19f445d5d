package tingting.live;

/// Why a socket is closed: the codes of RFC 6455, section 7.4, and ours. 4400 to 4409 end the session on the client's
/// side; after the others it reconnects with jitter and resumes.
public enum CloseCode {
    NORMAL(1000, ""),
    PROTOCOL_ERROR(1002, "protocol error"),
    BINARY_REFUSED(1003, "text frames only"),
    INVALID_TEXT(1007, "not UTF-8"),
    TOO_BIG(1009, "too big"),
    INTERNAL(1011, "internal error"),
    RESTART(1012, "restart"),
    BAD_FRAME(4400, "bad frame"),
    UNAUTHENTICATED(4401, "unauthenticated"),
    FORBIDDEN(4403, "forbidden"),
    NO_AUTH_IN_TIME(4408, "no auth in time"),
    TOO_MANY_CONNECTIONS(4409, "too many connections"),
    FLOODING(4429, "flooding"),
    SLOW_CONSUMER(4503, "slow consumer");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
