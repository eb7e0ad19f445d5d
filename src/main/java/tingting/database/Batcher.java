package tingting.database;

import java.sql.SQLException;
import java.util.List;

/// Decides and writes entries that wait together, in one transaction. All calls come from one writer thread at a time
/// per key.
///
/// @param <E> an entry: it keeps its own outcome until it is told what became of it
public interface Batcher<E> {
    /// Reads, decides and writes. It may run again for the same entries, or for some of them, after a rollback:
    /// each run starts from nothing.
    void apply(Transaction transaction, List<E> entries) throws SQLException;

    /// The transaction is durable. Must not block.
    void committed(List<E> entries);

    /// This entry was not written. Must not block.
    ///
    /// @param why a [tingting.protocol.Problem] where there is one for the client, else an accident
    void failed(E entry, RuntimeException why);
}
