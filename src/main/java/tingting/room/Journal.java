package tingting.room;

import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.cluster.Bus;
import tingting.database.BatchQueue;
import tingting.database.Batcher;
import tingting.database.Database;
import tingting.database.Transaction;
import tingting.protocol.Event;
import tingting.protocol.Problem;

/// The one ordered path of everything that members of a room can see. Changes wait here without waiting for a
/// commit; a batch of them is decided, numbered and written in one transaction; after it is durable each is
/// answered, and its events go to the bus in the order of their numbers.
public final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Bus bus;
    private final InstantSource clock;
    private final BatchQueue<Entry<?>> queue;

    public Journal(Database database, Bus bus, InstantSource clock) {
        this.bus = bus;
        this.clock = clock;
        this.queue = database.batches(new Writer());
    }

    /// Queues a change; never waits. Changes of one room are decided in the order of these calls.
    ///
    /// The answer completes on the writer's thread, before the change's events are published: what hangs on it must
    /// not block. It completes with a [Problem] when the change is refused, `busy` when the queue is full.
    public <A> CompletableFuture<A> submit(Change<A> change) {
        Entry<A> entry = new Entry<>(change);
        if (!queue.offer(change.roomId().hashCode(), entry)) {
            entry.answer.completeExceptionally(Problem.busy());
        }
        return entry.answer;
    }

    /// A change, and what it came to.
    private static final class Entry<A> {
        private final Change<A> change;
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        private @Nullable A result;
        private @Nullable Problem refusal;
        private List<Event> events = List.of();

        private Entry(Change<A> change) {
            this.change = change;
        }

        private void decide(Batch batch) throws SQLException {
            result = null;
            refusal = null;
            try {
                result = change.decide(batch);
            } catch (Problem problem) {
                refusal = problem;
            }
            events = batch.takeEvents();
        }

        private void finish() {
            if (refusal == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(refusal);
            }
        }
    }

    private final class Writer implements Batcher<Entry<?>> {
        @Override
        public void apply(Transaction transaction, List<Entry<?>> entries) throws SQLException {
            Batch batch = new Batch(transaction, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            for (Entry<?> entry : entries) {
                entry.change.announce(batch);
            }
            batch.load();
            for (Entry<?> entry : entries) {
                entry.decide(batch);
            }
            batch.flush();
        }

        @Override
        public void committed(List<Entry<?>> entries) {
            for (Entry<?> entry : entries) {
                guarded(entry::finish);
                // at once: a sender's lane then writes the answer and the event in one turn, with one flush
                entry.events.forEach(event -> guarded(() -> bus.publish(event)));
            }
        }

        @Override
        public void failed(Entry<?> entry, RuntimeException why) {
            entry.answer.completeExceptionally(why);
        }

        /// What hangs on an answer or an event must not break the answers behind it.
        private void guarded(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.error("After a commit", e);
            }
        }
    }
}
