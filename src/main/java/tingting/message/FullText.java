package tingting.message;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tingting.database.Dialect;

/// How a database is asked for words: FTS5's language in SQLite, `tsquery` in PostgreSQL. Only our own words
/// get into a query, and these are letters and digits.
///
/// @param from the rows of `tb_search`, as `s`, among which is searched
/// @param place the column that sorts them by time
/// @param condition whether a row has what the parameter `:sought` asks for
record FullText(String from, String place, String condition, Language language) {
    private record Language(String quote, String and, String or, String beginning) {}

    static FullText of(Dialect dialect) {
        return switch (dialect) {
            // the index is walked from the newest message on, until the page is full
            case SQLITE ->
                new FullText(
                        "tb_search_words w JOIN tb_search s ON s.search_id = w.rowid",
                        "w.rowid",
                        "w.tb_search_words MATCH :sought",
                        new Language("\"", " AND ", " OR ", "*"));
            // sorted by what no index sorts: else a word that is rare is looked for in every row, the newest first
            case POSTGRESQL ->
                new FullText(
                        "tb_search s",
                        "(s.search_id + 0)",
                        "array_to_tsvector(string_to_array(s.words, ' ')) @@ CAST(:sought AS tsquery)",
                        new Language("'", " & ", " | ", ":*"));
        };
    }

    /// Asks for all words, and for one of each of these choices.
    String query(Sought sought, List<? extends Collection<String>> choices) {
        Stream<String> chosen = choices.stream().map(this::any);
        Stream<String> whole = sought.whole().stream().map(this::word);
        Stream<String> beginning = Stream.of(word(sought.beginning()) + language.beginning);
        return Stream.of(chosen, whole, beginning).flatMap(terms -> terms).collect(Collectors.joining(language.and));
    }

    private String any(Collection<String> words) {
        return words.stream().map(this::word).collect(Collectors.joining(language.or, "(", ")"));
    }

    private String word(String word) {
        return language.quote + word + language.quote;
    }
}
