package tingting.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// Keeps the prepared statements of a connection to SQLite for their next use: preparing one costs as much as reading
/// a page of history with it, and the driver does not keep them. (That of PostgreSQL does.) For one thread at a time.
final class KeptStatements extends DefaultStatementBuilder {
    /// Enough for what is asked all the time; the least recently used one is closed.
    private static final int MOST = 64;

    private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        if (context.isReturningGeneratedKeys()) {
            return super.create(connection, sql, context);
        }
        PreparedStatement known = idle.remove(sql);
        PreparedStatement statement = known == null ? super.create(connection, sql, context) : known;
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String text = lent.remove(statement);
        if (text == null || !(statement instanceof PreparedStatement prepared) || prepared.isClosed()) {
            super.close(connection, sql, statement);
            return;
        }
        prepared.clearBatch();
        prepared.clearParameters();
        // the same text may be lent twice at a time
        PreparedStatement twin = idle.put(text, prepared);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > MOST) {
            idle.pollFirstEntry().getValue().close();
        }
    }

    @Override
    public void close(Connection connection) {
        // the connection's end is theirs
        idle.clear();
        lent.clear();
    }
}
