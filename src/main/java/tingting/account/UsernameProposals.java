package tingting.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tingting.oauth.Identity;

/// Finds a username for somebody whom a provider names: what they are called there, as far as it may be one here
/// and is free, else with a number behind it. Safe from any thread.
final class UsernameProposals {
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}._-]+");
    private static final Pattern BEGINNING = Pattern.compile("^[^\\p{L}\\p{Nd}]+");
    /// Leaves room for a dot and a number.
    private static final int LONGEST = 24;

    private static final int NUMBERED = 20;
    private static final int NUMBERS = 1_000_000;
    private static final String ANYBODY = "user";

    private final SecureRandom random;

    UsernameProposals(SecureRandom random) {
        this.random = random;
    }

    /// @param free whether nobody has it
    Username find(Identity identity, Predicate<Username> free) {
        Stream<String> names = Stream.of(identity.username(), mailbox(identity.email()), identity.name())
                .filter(Objects::nonNull)
                .map(UsernameProposals::fitting)
                .filter(name -> name.codePoints().anyMatch(Character::isLetter));
        return Stream.concat(names, Stream.of(ANYBODY))
                .flatMap(name -> Stream.concat(plain(name), numbered(name)))
                .flatMap(text -> Username.parse(text).stream())
                .filter(name -> LookAlikes.areNone(name.text()))
                .filter(free)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("twenty random numbers are taken"));
    }

    /// A bare [#ANYBODY] is nobody's name.
    private static Stream<String> plain(String name) {
        return name.equals(ANYBODY) ? Stream.empty() : Stream.of(name);
    }

    private Stream<String> numbered(String name) {
        return IntStream.range(0, NUMBERED).mapToObj(_ -> name + "." + random.nextInt(NUMBERS));
    }

    private static @Nullable String mailbox(@Nullable String email) {
        return email == null ? null : email.replaceFirst("@[^@]*$", "");
    }

    private static String fitting(String name) {
        String shown = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", ".");
        String allowed =
                BEGINNING.matcher(FORBIDDEN.matcher(shown).replaceAll("")).replaceFirst("");
        return allowed.codePointCount(0, allowed.length()) <= LONGEST
                ? allowed
                : allowed.substring(0, allowed.offsetByCodePoints(0, LONGEST));
    }
}
