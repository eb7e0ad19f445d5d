package tingting.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a report stands.
public enum ReportState {
    OPEN,
    /// Something was done about it.
    RESOLVED,
    /// There was nothing to do.
    DISMISSED;

    /// As clients and the database write it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportState> parse(String text) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(text))
                .findFirst();
    }
}
