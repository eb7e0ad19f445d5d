package tingting.media;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What a file is called by who sent it: shown to people and offered when it is saved, and never a path of ours.
final class FileName {
    private static final int LONGEST = 120;
    private static final int LONGEST_EXTENSION = 16;
    private static final String NAMELESS = "file";

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    /// Control characters, ends of lines and paragraphs, halves of surrogate pairs, what has no meaning, and the signs
    /// that turn text around: `exe.gpj` must not show as `jpg.exe` does.
    private static final Pattern HIDDEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

    private FileName() {}

    /// One line without folders, of a bounded length, with something to see.
    static String clean(String sent) {
        String name = FOLDERS.matcher(sent).replaceFirst("");
        name = HIDDEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
        name = shorten(EDGES.matcher(name).replaceAll(""));
        return name.isEmpty() ? NAMELESS : name;
    }

    /// The extension stays: it is what people go by.
    private static String shorten(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot >= 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - extension.length())) + extension;
    }
}
