package tingting.account;

import java.util.Optional;

/// What somebody shows within a session, so that its thief cannot do the same: their password, or a code of their
/// second factor. Nothing is needed in a session that has just begun: it was shown a moment ago.
public record Proof(Optional<String> password, Optional<String> otp) {}
