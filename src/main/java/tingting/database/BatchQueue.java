package tingting.database;

/// Where entries wait for their group commit. Safe from any thread.
///
/// @param <E> an entry
@FunctionalInterface
public interface BatchQueue<E> {
    /// Queues without waiting. Entries with the same key are applied in the order of their offers.
    ///
    /// @return false when the queue is full: nothing was queued
    boolean offer(int key, E entry);
}
