package tingting.message;

import java.util.List;
import java.util.Optional;

/// What somebody looks for: whole words, and the beginning of one more.
record Sought(List<String> whole, String beginning) {
    /// More words than these do not count.
    private static final int MOST = 10;

    /// The words of a query, the last of which may be a beginning; empty when there is none in it.
    static Optional<Sought> in(String query) {
        List<String> words = SearchWords.of(query).stream()
                .map(SearchWords.Word::text)
                .limit(MOST)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sought(
                        words.subList(0, words.size() - 1).stream().distinct().toList(), words.getLast()));
    }

    boolean hits(SearchWords.Word word) {
        return whole.contains(word.text()) || word.text().startsWith(beginning);
    }
}
