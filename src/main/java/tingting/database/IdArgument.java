package tingting.database;

import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Lets stores bind and read `UUID` as each database keeps it.
final class IdArgument extends AbstractArgumentFactory<UUID> {
    private final Dialect dialect;

    private IdArgument(Dialect dialect) {
        super(java.sql.Types.OTHER);
        this.dialect = dialect;
    }

    static Jdbi install(Jdbi jdbi, Dialect dialect) {
        jdbi.registerArgument(new IdArgument(dialect));
        jdbi.registerColumnMapper(UUID.class, (row, column, context) -> dialect.id(row, column));
        return jdbi;
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
        return (position, statement, context) -> dialect.bind(statement, position, value);
    }
}
