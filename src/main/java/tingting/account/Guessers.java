package tingting.account;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tingting.account.Guesses.Guesser;
import tingting.limits.AddressPrefix;
import tingting.session.Device;
import tingting.session.Sessions;

/// Finds out what an account knows of who guesses at it. Safe from any thread.
final class Guessers {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Sessions sessions;

    Guessers(Sessions sessions) {
        this.sessions = sessions;
    }

    /// Whoever guesses at an account by a name, whether there is one of that name or not.
    Guesser of(Handle handle, Login login, Optional<UUID> userId, Device device) {
        return of(handle, login.kind() + ":" + login.key(), userId.orElse(NOBODY), device);
    }

    /// Looks for the browser and the address whether there is such an account or not.
    ///
    /// @param account the name that guesses are counted under
    Guesser of(Handle handle, String account, UUID userId, Device device) {
        String prefix = AddressPrefix.of(device.address());
        boolean knownAddress = sessions.knowsAddress(handle, userId, device.address());
        return sessions.knownDevice(userId, device)
                .<Guesser>map(deviceId -> new Guesser.KnownDevice(account, deviceId))
                .orElseGet(() ->
                        knownAddress ? new Guesser.Neighbour(account, prefix) : new Guesser.Stranger(account, prefix));
    }
}
