package tingting.account;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import tingting.protocol.Folding;
import tingting.protocol.Problem;

/// The name one signs in with and is found by: 3 to 32 letters, marks and digits of any script, and `.`, `_`, `-`,
/// which do not begin it. After the UsernameCaseMapped profile (RFC 8265, section 3.3), with compatible forms made
/// one (form KC): `Ａnna` is shown as `Anna`, and nobody else can be `ANNA`. It looks neither like an e-mail address
/// nor like a phone number, so that a sign-in is never of two minds, nor like somebody else's (see [LookAlikes]).
///
/// @param text as it is shown
/// @param key as it is compared
public record Username(String text, String key) {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._-]*");

    /// @throws Problem `invalid_request` when it may not be a username
    public static Username of(String text) {
        Username username = parse(text)
                .orElseThrow(() -> Problem.invalidField(
                        "username",
                        "needs %d to %d letters, digits, dots, dashes or underscores, and must not look like a phone number"
                                .formatted(SHORTEST, LONGEST)));
        if (!LookAlikes.areNone(username.text())) {
            throw Problem.invalidField(
                    "username",
                    "mixes scripts, or has letters that would be taken for others: it must look like itself");
        }
        return username;
    }

    /// The name that somebody signs in with: one that was taken under an older policy stays good.
    static Optional<Username> parse(String text) {
        // a character of form KC comes from at most a few: what is much longer need not be normalised to be refused
        if (text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String shown = Normalizer.normalize(text, Normalizer.Form.NFKC);
        int length = shown.codePointCount(0, shown.length());
        boolean fits =
                length >= SHORTEST && length <= LONGEST && SHAPE.matcher(shown).matches();
        if (!fits || PhoneNumber.parse(shown).isPresent()) {
            return Optional.empty();
        }
        String key = Normalizer.normalize(Folding.caseless(shown), Normalizer.Form.NFKC);
        return Optional.of(new Username(shown, key));
    }
}
