package tingting.moderation;

import java.time.Instant;
import java.util.Optional;
import tingting.account.AccountState;
import tingting.account.ServerRole;
import tingting.protocol.Patch;

/// What those in charge want changed of an account; what is not named stays.
///
/// @param mutedUntil when its owner may write again; cleared ends a mute
public record AccountChange(Optional<ServerRole> role, Optional<AccountState> state, Patch<Instant> mutedUntil) {
    public static AccountChange to(ServerRole role) {
        return new AccountChange(Optional.of(role), Optional.empty(), new Patch.Absent<>());
    }

    public static AccountChange to(AccountState state) {
        return new AccountChange(Optional.empty(), Optional.of(state), new Patch.Absent<>());
    }

    public static AccountChange mute(Patch<Instant> until) {
        return new AccountChange(Optional.empty(), Optional.empty(), until);
    }
}
