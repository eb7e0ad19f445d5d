package tingting.oauth;

import java.io.IOException;
import tingting.oauth.Refusal.Reason;

/// A provider did not do its part. The message is for the log: it has no token, no code and nobody's name.
final class ProviderFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private ProviderFailure(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /// It was not reached, or took too long, or too many bytes.
    static ProviderFailure unavailable(IOException cause) {
        return new ProviderFailure(Reason.UNAVAILABLE, String.valueOf(cause.getMessage()), cause);
    }

    /// What it says is not what it has to say.
    static ProviderFailure unbelievable(Exception cause) {
        return new ProviderFailure(Reason.FAILED, String.valueOf(cause.getMessage()), cause);
    }

    Reason reason() {
        return reason;
    }
}
