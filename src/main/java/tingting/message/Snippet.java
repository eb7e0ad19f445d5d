package tingting.message;

import java.util.ArrayList;
import java.util.List;

/// The part of a message that shows why it was found: some words before the first hit and what follows, on
/// one line.
public final class Snippet {
    /// A piece of text.
    ///
    /// @param hit whether it is what was looked for
    public record Part(String text, boolean hit) {}

    private static final int BEFORE = 40;
    private static final int LENGTH = 120;
    private static final String ELLIPSIS = "…";

    private final String content;
    private final List<Part> parts = new ArrayList<>();
    private int shown;

    private Snippet(String content) {
        this.content = content;
    }

    /// The snippet of a message's text. Without a hit in it (it was edited just now) its beginning.
    static List<Part> of(String content, Sought sought) {
        List<SearchWords.Word> words = SearchWords.of(content);
        List<SearchWords.Word> hits = words.stream().filter(sought::hits).toList();
        int first = hits.isEmpty() ? 0 : hits.getFirst().start();
        int from = words.stream()
                .mapToInt(SearchWords.Word::start)
                .filter(start -> start >= first - BEFORE)
                .findFirst()
                .orElse(0);
        Snippet snippet = new Snippet(content);
        snippet.from(first <= BEFORE ? 0 : from);
        int to = snippet.end(hits.isEmpty() ? 0 : hits.getFirst().end());
        hits.stream().filter(hit -> hit.start() < to).forEach(snippet::hit);
        snippet.upTo(to);
        return snippet.parts;
    }

    private void from(int start) {
        shown = start;
        if (start > 0) {
            parts.add(new Part(ELLIPSIS, false));
        }
    }

    /// Where it ends: at least after the first hit, and not inside of a character.
    private int end(int firstHit) {
        int end = Math.max(firstHit, Math.min(content.length(), shown + LENGTH));
        return end < content.length() && Character.isLowSurrogate(content.charAt(end)) ? end + 1 : end;
    }

    private void hit(SearchWords.Word hit) {
        add(content.substring(shown, hit.start()), false);
        add(content.substring(hit.start(), hit.end()), true);
        shown = hit.end();
    }

    private void upTo(int end) {
        if (shown < end) {
            add(content.substring(shown, end), false);
            shown = end;
        }
        if (shown < content.length()) {
            add(ELLIPSIS, false);
        }
    }

    /// Adds a piece; neighbouring hits become one with the space between them, and so do neighbours that are
    /// none.
    private void add(String piece, boolean hit) {
        String text = piece.replaceAll("\\s+", " ");
        int last = parts.size() - 1;
        if (text.isEmpty()) {
            return;
        }
        if (last >= 0 && parts.get(last).hit == hit) {
            parts.set(last, new Part(parts.get(last).text + text, hit));
        } else if (hit && text.length() > 0 && last >= 1 && parts.get(last).text.isBlank() && parts.get(last - 1).hit) {
            String space = parts.remove(last).text;
            parts.set(last - 1, new Part(parts.get(last - 1).text + space + text, true));
        } else {
            parts.add(new Part(text, hit));
        }
    }
}
