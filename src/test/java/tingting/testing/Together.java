package tingting.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Does several things at once.
public final class Together {
    private Together() {}

    /// Returns when all of them are done; throws what the first of them threw.
    public static void run(List<? extends Runnable> tasks) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new AssertionError(String.valueOf(e.getCause()), e.getCause());
        }
    }
}
