package tingting.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import tingting.protocol.Folding;
import tingting.protocol.Problem;

/// An e-mail address, checked for its outer shape only: whether it exists, a mail will tell. It has no white space,
/// no control characters and no list separators, so it cannot become a second header or recipient (RFC 5322,
/// section 2.2).
///
/// @param text as it is shown and written to
/// @param key as it is compared: without case, although RFC 5321, section 2.4, would allow a mailbox to insist on it
public record EmailAddress(String text, String key) implements Contact {
    /// RFC 5321, section 4.5.3.1, less the angle brackets.
    private static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s\\p{Z}\\p{C}@<>(),;:\\\\\"\\[\\]]{1,64}@[\\p{L}\\p{M}\\p{N}-]+(\\.[\\p{L}\\p{M}\\p{N}-]+)*");

    /// @throws Problem `invalid_request` when it is none
    public static EmailAddress of(String text) {
        return parse(text).orElseThrow(() -> Problem.invalidField("email", "is not an e-mail address"));
    }

    static Optional<EmailAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String shown = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        return SHAPE.matcher(shown).matches()
                ? Optional.of(new EmailAddress(shown, Folding.caseless(shown)))
                : Optional.empty();
    }
}
