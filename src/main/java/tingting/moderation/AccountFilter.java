package tingting.moderation;

import java.util.Optional;
import tingting.account.AccountState;
import tingting.account.ServerRole;

/// Which accounts are asked for.
///
/// @param words the beginning of a username or of a word of a display name
/// @param muted only those who may not write now
public record AccountFilter(
        Optional<String> words, Optional<ServerRole> role, Optional<AccountState> state, boolean muted) {}
