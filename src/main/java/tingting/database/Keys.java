package tingting.database;

import java.sql.SQLException;
import java.util.Collection;

/// Many keys in one statement: `IN (?, ?, …)`, or rows of `VALUES (?, ?), …`. Their number is rounded up to a power
/// of two, the last key repeated, so that a database sees few different texts and keeps their plans.
///
/// Join rows of `VALUES` to a table by `CROSS JOIN`, with the conditions in `WHERE`. SQLite keeps the order of such
/// a join; else it takes 256 rows for reason enough to read the whole table. To PostgreSQL it is a join like any other.
public final class Keys {
    /// Binds one key from `index` on.
    @FunctionalInterface
    public interface Binder<K> {
        void bind(int index, K key) throws SQLException;
    }

    private Keys() {}

    /// The question marks of `count` keys of `width` columns each; `count` is at least 1.
    public static String marks(int count, int width) {
        String one = width == 1 ? "?" : "(" + "?, ".repeat(width - 1) + "?)";
        return (one + ", ").repeat(rounded(count) - 1) + one;
    }

    /// Binds them, from the statement's first parameter on.
    public static <K> void bind(Collection<K> keys, int width, Binder<K> binder) throws SQLException {
        int index = 1;
        K last = null;
        for (K key : keys) {
            binder.bind(index, key);
            index += width;
            last = key;
        }
        for (int i = keys.size(); last != null && i < rounded(keys.size()); i++) {
            binder.bind(index, last);
            index += width;
        }
    }

    private static int rounded(int count) {
        return count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1;
    }
}
