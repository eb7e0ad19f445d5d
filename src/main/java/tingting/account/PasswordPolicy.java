package tingting.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tingting.protocol.Folding;
import tingting.protocol.Problem;

/// Which passwords may be chosen: 8 to 256 characters of any script and no rule about their kinds, but none of the
/// commonest, however written (NIST SP 800-63B, section 3.1.1.2). Safe from any thread.
final class PasswordPolicy {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final String COMMONEST = "/tingting/account/commonest-passwords.txt";
    private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

    private final Set<String> commonest = read();

    /// @param field the field to blame
    /// @throws Problem `invalid_request` when it may not be chosen
    void check(String field, String password) {
        if (tooLong(password)) {
            throw Problem.invalidField(field, "may have at most %d characters".formatted(LONGEST));
        }
        String prepared = prepare(password);
        if (prepared.codePointCount(0, prepared.length()) < SHORTEST) {
            throw Problem.invalidField(field, "needs at least %d characters".formatted(SHORTEST));
        }
        if (commonest.contains(Folding.fold(prepared))) {
            throw Problem.invalidField(field, "is one of the commonest passwords");
        }
    }

    /// Whether it cannot be anybody's password for its length alone: no work is done for such a one.
    static boolean tooLong(String password) {
        return password.length() > 2 * LONGEST || password.codePointCount(0, password.length()) > LONGEST;
    }

    /// The form that is hashed, the same from every keyboard: the OpaqueString profile (RFC 8265, section 4.2).
    static String prepare(String password) {
        return Normalizer.normalize(SPACES.matcher(password).replaceAll(" "), Normalizer.Form.NFC);
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream(COMMONEST))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Folding::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
