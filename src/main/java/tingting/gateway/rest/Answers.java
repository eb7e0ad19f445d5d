package tingting.gateway.rest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Waits for answers of the journal. Only on virtual threads.
final class Answers {
    private Answers() {}

    /// The answer.
    ///
    /// @throws tingting.protocol.Problem the refusal, as the domain threw it
    static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw e;
        }
    }
}
