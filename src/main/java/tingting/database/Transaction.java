package tingting.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The open transaction of a group commit: a handle, and prepared statements that live as long as its connection.
/// Only for the thread that gave it.
public final class Transaction {
    /// Enough for every statement of the journal in its common sizes; the least recently used one is closed.
    private static final int STATEMENTS = 128;

    private final Handle handle;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(64, 0.75f, true);

    Transaction(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    public Handle handle() {
        return handle;
    }

    public Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return handle.getConnection();
    }

    /// The statement for this text, with whatever parameters it had last.
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection().prepareStatement(sql);
            prepared.put(sql, statement);
            if (prepared.size() > STATEMENTS) {
                var eldest = prepared.entrySet().iterator();
                eldest.next().getValue().close();
                eldest.remove();
            }
        }
        statement.clearBatch(); // a run that failed between two rows may have left some
        return statement;
    }
}
