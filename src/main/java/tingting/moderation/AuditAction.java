package tingting.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is written down of those in charge.
public enum AuditAction {
    ROLE_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_DELETED,
    ACCOUNT_ENABLED,
    MUTED,
    UNMUTED,
    PASSWORD_RESET,
    SECOND_FACTOR_REMOVED,
    MESSAGE_REMOVED,
    REPORT_RESOLVED,
    REPORT_DISMISSED,
    REPORT_REOPENED;

    /// As clients and the database write it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AuditAction> parse(String text) {
        return Arrays.stream(values())
                .filter(action -> action.wire().equals(text))
                .findFirst();
    }
}
