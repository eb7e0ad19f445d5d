package tingting.account;

import java.util.Optional;
import java.util.regex.Pattern;
import tingting.protocol.Problem;

/// Checks what people write about themselves: bounded, storable, and showing as what it is.
final class ProfileText {
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");
    /// Control characters but tab and line feed, halves of surrogate pairs, and the signs that turn text around.
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\t\\n]]");

    private static final Pattern BREAKS = Pattern.compile("[\\t\\n]");
    private static final Pattern URL = Pattern.compile("(https?://|/media/)[^\\s\\p{C}\"'<>\\\\]+");
    private static final int LONGEST_URL = 2048;

    private ProfileText() {}

    /// A name: one line with something to see.
    static String name(String field, String text, int longest) {
        String line = line(field, text, longest);
        if (!VISIBLE.matcher(line).find()) {
            throw Problem.invalidField(field, "must not be empty");
        }
        return line;
    }

    /// A display name made of what others call somebody: what cannot be shown is left out, what is too long is cut.
    static Optional<String> displayable(String text) {
        String shown = FORBIDDEN.matcher(text).replaceAll("");
        String line = BREAKS.matcher(shown).replaceAll(" ").strip();
        String name = line.codePointCount(0, line.length()) <= ProfileChange.DISPLAY_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, ProfileChange.DISPLAY_NAME))
                        .strip();
        return Optional.of(name).filter(VISIBLE.asPredicate());
    }

    /// One line, which may be empty.
    static String line(String field, String text, int longest) {
        if (BREAKS.matcher(text.strip()).find()) {
            throw Problem.invalidField(field, "must be one line");
        }
        return lines(field, text, longest);
    }

    /// A few lines, which may be empty.
    static String lines(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > longest) {
            throw Problem.invalidField(field, "may have at most %d characters".formatted(longest));
        }
        if (FORBIDDEN.matcher(stripped).find()) {
            throw Problem.invalidField(field, "has characters that cannot be shown");
        }
        return stripped;
    }

    /// Where a picture is: on the web or among our files.
    static String url(String field, String text) {
        if (text.length() > LONGEST_URL || !URL.matcher(text).matches()) {
            throw Problem.invalidField(field, "must be a web address or the address of an upload");
        }
        return text;
    }
}
