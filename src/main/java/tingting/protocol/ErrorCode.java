package tingting.protocol;

import java.util.Locale;

/// The stable error codes of every transport, with their HTTP status (RFC 9110) and whether the same request may be
/// tried again.
public enum ErrorCode {
    INVALID_REQUEST(400, "Invalid request", false),
    INVALID_CREDENTIALS(401, "Invalid credentials", false),
    OTP_REQUIRED(401, "One-time code required", false),
    /// Its owner has closed the account, and may open it again. Only who has shown to be the owner is told.
    ACCOUNT_CLOSED(401, "Account closed", false),
    UNAUTHENTICATED(401, "Not signed in", false),
    FORBIDDEN(403, "Forbidden", false),
    BLOCKED(403, "Blocked", false),
    /// Those in charge keep this person from writing for a while.
    MUTED(403, "Muted", false),
    /// Also the answer for what the caller may not know exists.
    NOT_FOUND(404, "Not found", false),
    CONFLICT(409, "Conflict", false),
    TOO_LARGE(413, "Too large", false),
    UNSUPPORTED_MEDIA(415, "Unsupported media type", false),
    RATE_LIMITED(429, "Too many requests", true),
    /// An accident of ours: the log has the request id, the client gets nothing else.
    INTERNAL(500, "Internal error", true),
    /// A bounded queue is full.
    BUSY(503, "Busy", true),
    INSUFFICIENT_STORAGE(507, "Insufficient storage", true);

    private final int status;
    private final String title;
    private final boolean retryable;

    ErrorCode(int status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The `title` of RFC 9457: the same for every occurrence of the code.
    public String title() {
        return title;
    }

    /// Whether the same request may succeed later.
    public boolean retryable() {
        return retryable;
    }

    /// The code as clients read it, for example `not_found`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
