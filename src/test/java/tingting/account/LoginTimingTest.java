package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.config.Settings;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.testing.Medians;
import tingting.testing.TestPeople;

/// How long a refused sign-in takes tells nothing.
class LoginTimingTest {
    private final TestPeople people = new TestPeople();
    private final Accounts accounts = new Accounts(
            people.database,
            people.sessions,
            people.hashing,
            new Guesses(people.limiter, new Settings.Guesses(1_000, 1_000, Duration.ofHours(1))),
            people.secondStep,
            people.ids,
            people.clock,
            new SecureRandom(),
            OwnerMail.none());

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_wrong_password_an_unknown_and_a_closed_account_take_the_same_time() {
        people.signUp("lan");
        people.deactivate(people.caller("gone"), TestPeople.PASSWORD);
        Medians.assertAlike(Stream.of("lan", "unknown", "gone", "unknown@example.org")
                .<IntConsumer>map(name -> round -> refused(name))
                .toArray(IntConsumer[]::new));
    }

    private void refused(String name) {
        Device stranger = new Device("a test", "198.51.100.1");
        assertThatThrownBy(() -> accounts.login(name, "not the password", stranger))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
    }
}
