package tingting.protocol;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param nextCursor where the next page begins, null after the last
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /// A whole list in one page.
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null);
    }

    /// The page of the first `limit` of items that were read one more than that.
    ///
    /// @param cursor the place of an item, from which its successors are found
    public static <T> Page<T> of(List<T> items, int limit, Function<T, Cursor> cursor) {
        if (items.size() <= limit) {
            return all(items);
        }
        return new Page<>(
                List.copyOf(items.subList(0, limit)),
                cursor.apply(items.get(limit - 1)).text());
    }

    /// The same page of other items.
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
