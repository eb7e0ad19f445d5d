package tingting.oauth;

import java.util.Locale;

/// Why somebody who comes back from a provider is not let in. It is no [tingting.protocol.Problem], since a browser
/// that was sent away is not answered with one: it is sent on to a page that says the reason in words. It carries
/// no stack trace: it is an answer, not an accident.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// What there is to say.
    public enum Reason {
        /// They told the provider no.
        CANCELLED,
        /// This browser is not waiting for this answer: it came late, twice, or from elsewhere.
        EXPIRED,
        /// The provider is not reached, or takes too long.
        UNAVAILABLE,
        /// The provider answered what cannot be believed, or refused for a reason of its own.
        FAILED,
        /// The account is closed.
        CLOSED,
        /// An account claims the address and has not shown that it is its own.
        EMAIL_UNCONFIRMED,
        /// The account with the address is signed in to with another identity of this provider.
        LINKED_OTHERWISE,
        /// The identity is another account's.
        TAKEN,
        /// Whoever began to link has signed out since.
        SIGNED_OUT;

        /// As addresses of pages write it.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Refusal(Reason reason) {
        super(reason.wire(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
