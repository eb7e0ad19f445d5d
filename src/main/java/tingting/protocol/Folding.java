package tingting.protocol;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Folds text to the form in which it is searched: no case, no marks, đ as d, compatible forms alike (Unicode
/// Standard Annex 15, form KD), one space between words. `Đặng  Thị` becomes `dang thi`.
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Folding() {}

    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // đ has no decomposition in Unicode
        String lower = caseless(plain).replace('đ', 'd');
        return SPACES.matcher(lower).replaceAll(" ").strip();
    }

    /// Without case alone: two texts that differ in nothing else become equal, ß and ss, ς and σ included.
    public static String caseless(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }
}
