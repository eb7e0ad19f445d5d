package tingting.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tingting.protocol.Problem;

/// One emoji (UTS #51): a single character, or a sequence of several that is shown as one.
final class Emoji {
    private static final int BYTES = 64;
    /// One extended grapheme cluster (UAX #29).
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int KEYCAP = 0x20E3;

    private Emoji() {}

    /// The emoji itself.
    ///
    /// @throws Problem `invalid_request` when it is something else
    static String require(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > BYTES
                || !CLUSTER.matcher(text).matches()
                || !text.codePoints().allMatch(Emoji::belongs)
                || !isShownAsOne(text)) {
            throw Problem.invalidField("emoji", "must be one emoji");
        }
        return text;
    }

    private static boolean belongs(int codePoint) {
        return Character.isEmoji(codePoint) || Character.isEmojiComponent(codePoint);
    }

    /// Digits and halves of flags are emoji by their property, but none by themselves.
    private static boolean isShownAsOne(String text) {
        if (text.codePoints().allMatch(Emoji::isHalfFlag)) {
            return text.codePointCount(0, text.length()) == 2;
        }
        return text.codePoints()
                .anyMatch(codePoint -> codePoint == KEYCAP
                        || Character.isEmoji(codePoint) && codePoint > 0x7F && !Character.isEmojiComponent(codePoint)
                        || Character.isEmojiModifierBase(codePoint));
    }

    private static boolean isHalfFlag(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }
}
