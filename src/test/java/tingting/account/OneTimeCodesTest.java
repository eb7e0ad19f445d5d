package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.account.OneTimeCodes.Match;
import tingting.cluster.LocalCache;
import tingting.testing.TestClock;
import tingting.testing.Together;

@Tag("no-database")
class OneTimeCodesTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestClock clock = new TestClock();
    private final LocalCache cache = new LocalCache(clock);
    private final OneTimeCodes codes = new OneTimeCodes(cache, RANDOM.generateSeed(32), RANDOM);

    @Test
    void a_code_has_six_digits_and_works_once() {
        String code = codes.issue("p", "b");
        assertThat(code).matches("\\d{6}");

        Match match = codes.match("p", "b", code).orElseThrow();
        assertThat(codes.spend(match)).isTrue();
        assertThat(codes.spend(match)).isFalse();
        assertThat(codes.match("p", "b", code)).isEmpty();
    }

    @Test
    void a_code_works_for_ten_minutes() {
        String code = codes.issue("p", "b");
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(codes.match("p", "b", code)).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThat(codes.match("p", "b", code)).isEmpty();
    }

    @Test
    void five_wrong_tries_void_a_code_and_not_the_next_one() {
        String code = codes.issue("p", "b");
        for (int i = 0; i < 4; i++) {
            assertThat(codes.match("p", "b", wrong(code))).isEmpty();
        }
        assertThat(codes.match("p", "b", code)).as("the fifth try").isPresent();
        assertThat(codes.match("p", "b", code)).as("the sixth").isEmpty();

        String next = codes.issue("p", "b");
        assertThat(codes.match("p", "b", next)).isPresent();
    }

    @Test
    void a_new_code_voids_the_one_before_and_no_other_purpose_s() {
        String code = codes.issue("p", "b");
        String other = codes.issue("q", "b");
        codes.issue("p", "b");

        assertThat(codes.match("p", "b", code).filter(codes::spend)).isEmpty();
        assertThat(codes.match("q", "b", other)).isPresent();
    }

    @Test
    void a_code_is_void_when_what_it_is_bound_to_has_changed() {
        String code = codes.issue("p", "b");

        assertThat(codes.match("p", "c", code)).isEmpty();
        assertThat(codes.match("p", "b", code)).isPresent();
    }

    @RepeatedTest(5)
    void fifty_simultaneous_tries_void_a_code_after_five() {
        String code = codes.issue("p", "b");
        Queue<Match> matches = new ConcurrentLinkedQueue<>();
        AtomicInteger spent = new AtomicInteger();

        Together.run(Collections.nCopies(50, () -> {
            Optional<Match> match = codes.match("p", "b", code);
            match.ifPresent(matches::add);
            if (match.filter(codes::spend).isPresent()) {
                spent.incrementAndGet();
            }
        }));
        assertThat(matches).hasSizeBetween(1, OneTimeCodes.TRIES);
        assertThat(spent).as("of those that matched").hasValue(1);

        String next = codes.issue("p", "b");
        Together.run(Collections.nCopies(50, () -> codes.match("p", "b", wrong(next))));
        assertThat(codes.match("p", "b", next)).isEmpty();
    }

    @Test
    void what_is_kept_does_not_give_the_code_away() throws Exception {
        String code = codes.issue("p", "b");
        String kept = cache.get("code:p").orElseThrow();
        String bare = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));

        assertThat(kept).doesNotContain(code).doesNotContain(bare);
        OneTimeCodes otherKey = new OneTimeCodes(cache, RANDOM.generateSeed(32), RANDOM);
        assertThat(otherKey.match("p", "b", code)).as("under another key").isEmpty();
    }

    @Test
    void what_is_no_code_is_wrong() {
        codes.issue("p", "b");

        for (String typed : new String[] {"", "12345", "1234567", "٠٠٠٠٠٠", "x".repeat(100_000)}) {
            assertThat(codes.match("p", "b", typed)).isEmpty();
        }
    }

    /// Another code than this one.
    static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
