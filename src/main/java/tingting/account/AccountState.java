package tingting.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether an account can be used: `flag_delete` of its row. Both kinds of closed can be opened again, and look the
/// same from outside: nobody signs in, is found or is named.
public enum AccountState {
    ACTIVE("active"),
    /// Closed for now, by its owner or by those in charge.
    DISABLED("not_active"),
    /// Closed for good, as far as anybody means it now.
    DELETED("delete");

    private final String flag;

    AccountState(String flag) {
        this.flag = flag;
    }

    /// As the database keeps it.
    public String flag() {
        return flag;
    }

    /// As clients write it.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AccountState> parse(String text) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(text))
                .findFirst();
    }

    /// Reads the column.
    public static AccountState of(String flag) {
        return Arrays.stream(values())
                .filter(state -> state.flag.equals(flag))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no state " + flag));
    }
}
