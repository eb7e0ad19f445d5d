package tingting.gateway.socket;

import java.util.concurrent.Future;
import tingting.message.Standing;

/// The time between `ready` and the end of the replay, in which live events wait.
///
/// @param standing what `ready` told
/// @param timer ends the hold when the client does not
record Hold(Standing standing, Future<?> timer) {
    void end() {
        timer.cancel(false);
    }
}
