package tingting.account;

import java.util.Optional;
import java.util.regex.Pattern;
import tingting.protocol.Problem;

/// A phone number: 7 to 15 digits as in E.164, with an optional `+` (or `00`) and the usual separators. Without a
/// country's prefix it is taken as it stands.
///
/// @param text as it is shown
/// @param key as it is compared: digits, with `+` before an international one
public record PhoneNumber(String text, String key) implements Contact {
    private static final int LONGEST = 32;
    private static final Pattern SEPARATORS = Pattern.compile("[ ().\\-\\u00a0]");
    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]{7,15}");

    /// @throws Problem `invalid_request` when it is none
    public static PhoneNumber of(String text) {
        return parse(text).orElseThrow(() -> Problem.invalidField("phone", "is not a phone number"));
    }

    static Optional<PhoneNumber> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String shown = text.strip();
        String digits = SEPARATORS.matcher(shown).replaceAll("");
        String key = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
        return SHAPE.matcher(key).matches() ? Optional.of(new PhoneNumber(shown, key)) : Optional.empty();
    }
}
