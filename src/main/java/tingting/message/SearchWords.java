package tingting.message;

import java.util.ArrayList;
import java.util.List;
import tingting.protocol.Folding;

/// Cuts text into the words by which it is found: folded as [Folding] does, parted by what is neither a
/// letter nor a digit. Where a script writes no spaces (Han, Hiragana, Katakana) each letter is a word.
final class SearchWords {
    /// Longer words are cut off here, in what is indexed as in what is looked for; in characters.
    static final int LONGEST = 64;

    /// A word and the part of the text that it stands for.
    ///
    /// @param text folded
    record Word(String text, int start, int end) {}

    private final List<Word> found = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;

    private SearchWords() {}

    /// The words of a text, in its order.
    static List<Word> of(String text) {
        SearchWords words = new SearchWords();
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            words.take(character, at, next);
            at = next;
        }
        words.end();
        return words.found;
    }

    /// A character may fold to several (ﬁ), to other words (½), and a mark to nothing.
    private void take(int character, int from, int to) {
        if (isMark(character)) {
            end = to;
        } else if (character < 0x80) {
            add(Character.toLowerCase(character), from, to);
        } else {
            String folded = Folding.fold(Character.toString(character));
            if (folded.isEmpty()) {
                end();
            }
            folded.codePoints().forEach(one -> add(one, from, to));
        }
    }

    private void add(int folded, int from, int to) {
        if (!Character.isLetterOrDigit(folded)) {
            end();
        } else if (standsAlone(folded)) {
            end();
            append(folded, from, to);
            end();
        } else {
            append(folded, from, to);
        }
    }

    private void append(int folded, int from, int to) {
        if (word.isEmpty()) {
            start = from;
        }
        end = to;
        if (word.length() + Character.charCount(folded) <= LONGEST) {
            word.appendCodePoint(folded);
        }
    }

    private void end() {
        if (!word.isEmpty()) {
            found.add(new Word(word.toString(), start, end));
            word.setLength(0);
        }
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean standsAlone(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
