package tingting.account;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Names that pass for other names, as far as letters of several scripts do. After Unicode Technical Standard 39: one
/// script a name (section 5.2, highly restrictive), none that is out of use, nothing that cannot be seen (section
/// 3.1), and no name in another script whose every letter passes for a Latin one (section 4, whole-script
/// confusables). Safe from any thread.
final class LookAlikes {
    /// The scripts in wide use (Unicode Standard Annex 31, table 5). The others have few readers and many letters
    /// that pass for those of these.
    private static final Set<UnicodeScript> IN_USE = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.BENGALI,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.CYRILLIC,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.ETHIOPIC,
            UnicodeScript.GEORGIAN,
            UnicodeScript.GREEK,
            UnicodeScript.GUJARATI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.HAN,
            UnicodeScript.HANGUL,
            UnicodeScript.HEBREW,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KANNADA,
            UnicodeScript.KATAKANA,
            UnicodeScript.KHMER,
            UnicodeScript.LAO,
            UnicodeScript.LATIN,
            UnicodeScript.MALAYALAM,
            UnicodeScript.MYANMAR,
            UnicodeScript.ORIYA,
            UnicodeScript.SINHALA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.THAANA,
            UnicodeScript.THAI,
            UnicodeScript.TIBETAN);

    /// Scripts that are written together. Latin may stand in them: no letter of theirs passes for one.
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    /// Letters and marks without a shape, strokes laid over a letter, and the letters of phonetics and of clicks that
    /// pass for those of a keyboard.
    private static final Pattern DECEPTIVE = Pattern.compile("[\\u034f\\u0334-\\u0338\\u115f\\u1160\\u17b4\\u17b5"
            + "\\u180b-\\u180f\\u3164\\ufe00-\\ufe0f\\uffa0\\x{e0100}-\\x{e01ef}"
            + "\\u01c0-\\u01c3\\u0237\\u0251\\u0261\\u0269\\u026a\\u026f\\u028b\\u028f\\u1d00-\\u1d2b\\ua7ae]");

    /// Letters of Cyrillic, Greek and Armenian that pass for Latin ones, large or small.
    private static final Pattern LATIN_SHAPES = Pattern.compile(
            "[АВЕЅІЈКМНОРСТХУҮԌԚԜҺӀаеѕіјорсухүһӏԁԛԝѵѡ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳαγικνορυϲ" + "ՍՕԼօոսհցզյւլ\\p{IsLatin}]+");

    /// The digits from here on are counted to no script.
    private static final int ARABIC_INDIC_ZERO = 0x660;

    private LookAlikes() {}

    /// Whether a name shows what it is.
    ///
    /// @param name in form KC
    static boolean areNone(String name) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return IN_USE.containsAll(scripts)
                && isOneWriting(scripts)
                && !DECEPTIVE.matcher(name).find()
                && digitsBelong(name, scripts)
                && !looksLatin(name, scripts);
    }

    private static boolean isOneWriting(Set<UnicodeScript> scripts) {
        return scripts.size() <= 1 || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }

    /// One set of digits. Others than 0 to 9 stand beside letters of their own script: alone, `৪` passes for an 8.
    private static boolean digitsBelong(String name, Set<UnicodeScript> scripts) {
        int[] zeros = name.codePoints()
                .filter(Character::isDigit)
                .map(digit -> digit - Character.digit(digit, 10))
                .distinct()
                .toArray();
        if (zeros.length == 0 || zeros.length == 1 && zeros[0] == '0') {
            return true;
        }
        boolean beside = name.codePoints().anyMatch(Character::isLetter);
        boolean own = zeros[0] != ARABIC_INDIC_ZERO || scripts.contains(UnicodeScript.ARABIC);
        return zeros.length == 1 && beside && own;
    }

    private static boolean looksLatin(String name, Set<UnicodeScript> scripts) {
        String letters = name.replaceAll("\\P{L}", "");
        return !letters.isEmpty()
                && !scripts.contains(UnicodeScript.LATIN)
                && LATIN_SHAPES.matcher(letters).matches();
    }
}
