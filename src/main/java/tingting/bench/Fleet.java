package tingting.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The clients of a scenario, connected together and gone together.
final class Fleet implements AutoCloseable {
    private final Loops loops;
    private final Target target;
    private final List<Client> clients = new ArrayList<>();

    Fleet(Loops loops, Target target) {
        this.loops = loops;
        this.target = target;
    }

    /// Connects them and returns when all are in step.
    ///
    /// @param atOnce how many are on their way together
    /// @throws BenchFailure when one cannot, or not all can within the bound
    void open(List<? extends Client> arriving, int atOnce, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        Semaphore window = new Semaphore(atOnce);
        try {
            for (Client client : arriving) {
                await(window, end);
                clients.add(client);
                client.inStep().whenComplete((done, failure) -> window.release());
                loops.connect(client, target);
            }
            for (Client client : arriving) {
                client.inStep().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", e);
        } catch (TimeoutException e) {
            throw new BenchFailure(
                    "Not all of %d connections were there in %d s.".formatted(arriving.size(), bound.toSeconds()), e);
        } catch (java.util.concurrent.ExecutionException | CompletionException e) {
            throw e.getCause() instanceof BenchFailure failure ? failure : new BenchFailure("A connection failed.", e);
        }
    }

    private static void await(Semaphore window, long end) throws InterruptedException, TimeoutException {
        if (!window.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
    }

    /// All connections end at once.
    @Override
    public void close() {
        loops.tell(
                loop -> clients.stream().filter(client -> client.loop() == loop).forEach(Client::leave));
        clients.clear();
    }
}
