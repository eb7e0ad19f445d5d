package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.config.Settings;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.testing.TestPeople;

/// How long a refused sign-in takes tells nothing. What is compared are medians of sign-ins that take turns, so that a
/// busy machine slows all of them alike.
class LoginTimingTest {
    private static final int ROUNDS = 15;

    private final TestPeople people = new TestPeople();
    private final Accounts accounts = new Accounts(
            people.database,
            people.sessions,
            people.hashing,
            new Guesses(people.limiter, new Settings.Guesses(1_000, 1_000, Duration.ofHours(1))),
            people.ids,
            people.clock,
            new SecureRandom());

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_wrong_password_an_unknown_and_a_closed_account_take_the_same_time() {
        people.signUp("lan");
        accounts.deactivate(people.caller("gone"), TestPeople.PASSWORD);
        List<String> names = List.of("lan", "unknown", "gone", "unknown@example.org");
        names.forEach(this::nanos);

        List<List<Long>> times =
                names.stream().<List<Long>>map(name -> new ArrayList<>()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < times.size(); i++) {
                times.get(i).add(nanos(names.get(i)));
            }
        }

        double known = median(times.getFirst());
        assertThat(times)
                .as("nanoseconds of %s", names)
                .allSatisfy(same -> assertThat(median(same) / known).isBetween(0.5, 2.0));
    }

    private long nanos(String name) {
        Device stranger = new Device("a test", "198.51.100.1");
        long began = System.nanoTime();
        assertThatThrownBy(() -> accounts.login(name, "not the password", stranger))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
        return System.nanoTime() - began;
    }

    private static double median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
