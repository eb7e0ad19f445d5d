/// Connections, transactions, group commit, the differences between SQLite and PostgreSQL, and migrations.
@NullMarked
package tingting.database;

import org.jspecify.annotations.NullMarked;
