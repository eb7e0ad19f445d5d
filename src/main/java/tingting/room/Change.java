package tingting.room;

import java.sql.SQLException;
import java.util.UUID;

/// A change of one room, as it waits in the journal. It is decided inside the transaction that numbers it: what was
/// checked before only refuses early.
///
/// @param <A> its answer
public interface Change<A> {
    UUID roomId();

    /// Says what the decision will read, so that a whole batch is read at once.
    void announce(Batch batch);

    /// Checks, numbers and writes. Checks come before the first write: a refusal leaves nothing behind.
    ///
    /// @throws tingting.protocol.Problem the refusal
    A decide(Batch batch) throws SQLException;
}
