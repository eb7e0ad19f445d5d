package tingting.testing;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The seeds of generated tests: other ones in every run, so that many builds try more than one does. A test that
/// fails names its seed, and `-Dtingting.test.seed=…` tries that one alone.
public final class Seeds {
    private static final String PROPERTY = "tingting.test.seed";
    private static final @Nullable Long GIVEN = Long.getLong(PROPERTY);

    private Seeds() {}

    /// So many seeds, or the one that was asked for.
    public static List<Long> seeds(int count) {
        if (GIVEN != null) {
            return List.of(GIVEN);
        }
        long first = new SecureRandom().nextInt(1_000_000_000);
        return LongStream.range(first, first + count).boxed().toList();
    }

    /// Whether a test tries as many as it wants to.
    public static boolean many() {
        return GIVEN == null;
    }

    /// How to try a seed again.
    public static String repeat(long seed) {
        return "-D" + PROPERTY + "=" + seed;
    }
}
