package tingting.gateway.socket;

import java.util.concurrent.CompletionStage;
import tingting.web.Fields;

/// What one type of request does.
@FunctionalInterface
interface Verb {
    /// Takes the request in; the stage completes with the ack's data, on any thread. Once this returns the request
    /// has its place in the order of effects, and the connection's next one is taken in.
    ///
    /// @throws Problem at once, or from the stage: it becomes the error frame
    CompletionStage<?> take(Client client, Fields data);
}
