package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tingting.testing.TestPeople.ASKER;
import static tingting.testing.TestPeople.GUESSES;
import static tingting.testing.TestPeople.GUESSES_PERIOD;
import static tingting.testing.TestPeople.PASSWORD;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.testing.TestPeople;
import tingting.testing.Together;

/// Who may guess how often, and who gets in meanwhile.
class GuessesTest {
    private static final Duration NEXT = GUESSES_PERIOD.dividedBy(GUESSES);
    /// Where Lan signed up; [TestPeople] is on this machine.
    private static final Device HOME = TestPeople.DEVICE;

    private static final Device STRANGER = at("198.51.100.1");

    private final TestPeople people = new TestPeople();
    private final Caller lan = people.caller("lan");

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void an_address_that_guessed_too_often_has_to_wait_whomever_it_asks_for() {
        guessAtNobodyFrom(STRANGER.address());

        assertThat(login("lan", "not the password", STRANGER)).isEqualTo("rate_limited");
        assertThat(login("lan", PASSWORD, STRANGER)).as("the right one as well").isEqualTo("rate_limited");
        assertThat(login("nobody-0", "not the password", STRANGER)).isEqualTo("rate_limited");
        assertThat(login("lan", "not the password", at("198.51.100.2"))).isEqualTo("invalid_credentials");
    }

    @Test
    void who_has_to_wait_is_told_how_long_and_then_may_try_once() {
        exhaust(STRANGER);
        assertThatThrownBy(() -> people.accounts.login("lan", PASSWORD, STRANGER))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.retryAfter()).isEqualTo(NEXT));

        people.clock.advance(NEXT);
        assertThat(login("lan", "not the password", STRANGER)).isEqualTo("invalid_credentials");
        assertThat(login("lan", "not the password", STRANGER)).isEqualTo("rate_limited");
        people.clock.advance(NEXT);
        assertThat(login("lan", PASSWORD, STRANGER)).isEqualTo("signed in");
    }

    @Test
    void an_account_that_was_guessed_at_from_many_addresses_takes_no_stranger() {
        guessAtLanFromEverywhere();

        assertThat(login("lan", "not the password", STRANGER)).isEqualTo("rate_limited");
        assertThat(login("LAN ", PASSWORD, STRANGER)).isEqualTo("rate_limited");
        people.signUp("minh");
        assertThat(login("minh", PASSWORD, STRANGER)).isEqualTo("signed in");
    }

    @Test
    void a_name_that_is_nobody_s_is_answered_as_one_that_is_somebody_s() {
        for (String name : new String[] {"minh", "minh@example.org", "+84912345678", "no name at all!"}) {
            for (int i = 0; i < GUESSES; i++) {
                assertThat(login(name, "not the password", at("203.0.113." + i)))
                        .isEqualTo("invalid_credentials");
            }
            assertThat(login(name, "not the password", STRANGER)).as(name).isEqualTo("rate_limited");
        }
    }

    @Test
    void strangers_do_not_lock_anybody_out_who_comes_from_where_they_are_known() {
        guessAtLanFromEverywhere();

        assertThat(login("lan", PASSWORD, HOME)).isEqualTo("signed in");
        assertThat(login("lan", PASSWORD, STRANGER)).isEqualTo("rate_limited");
    }

    @Test
    void strangers_at_one_s_own_address_do_not_lock_one_out_either() {
        guessAtNobodyFrom(HOME.address());
        assertThat(login("nobody", "not the password", HOME)).isEqualTo("rate_limited");

        assertThat(login("lan", PASSWORD, HOME)).isEqualTo("signed in");
    }

    @Test
    void a_known_browser_gets_in_from_anywhere_whatever_others_do() {
        Device browser =
                new Device("a browser", "198.51.100.9", Optional.of(people.sessions.deviceToken(lan.userId())));
        guessAtLanFromEverywhere();
        guessAtNobodyFrom(browser.address());

        assertThat(login("lan", PASSWORD, at(browser.address()))).isEqualTo("rate_limited");
        assertThat(login("lan", PASSWORD, browser)).isEqualTo("signed in");
    }

    @Test
    void a_device_token_is_good_for_its_account_its_time_and_nothing_else() {
        people.signUp("minh");
        Device browser =
                new Device("a browser", "198.51.100.9", Optional.of(people.sessions.deviceToken(lan.userId())));
        exhaust(at(browser.address()));

        assertThat(login("minh", PASSWORD, browser)).isEqualTo("rate_limited");
        for (String forged :
                new String[] {"", "x", "a.b.c", people.signIn("lan").tokens().accessToken()}) {
            assertThat(login("lan", PASSWORD, new Device("", "198.51.100.9", Optional.of(forged))))
                    .isEqualTo("rate_limited");
        }
        assertThatThrownBy(() -> people.sessions.authenticate(browser.token().orElseThrow()))
                .isInstanceOf(Problem.class);
        people.clock.advance(Duration.ofDays(400));
        exhaust(at(browser.address()));
        assertThat(login("lan", PASSWORD, browser)).isEqualTo("rate_limited");
    }

    @Test
    void a_known_browser_and_a_known_address_may_not_guess_for_ever() {
        Device browser =
                new Device("a browser", "198.51.100.9", Optional.of(people.sessions.deviceToken(lan.userId())));
        exhaust(browser);
        exhaust(HOME);

        assertThat(login("lan", PASSWORD, browser)).isEqualTo("rate_limited");
        assertThat(login("lan", PASSWORD, HOME)).isEqualTo("rate_limited");
    }

    @Test
    void one_password_is_not_tried_at_all_the_accounts_that_know_the_address() {
        IntStream.range(0, 3 * GUESSES).forEach(i -> people.signUp("friend-" + i));

        assertThat(IntStream.range(0, 3 * GUESSES)
                        .mapToObj(i -> login("friend-" + i, "not the password", HOME))
                        .filter("rate_limited"::equals)
                        .count())
                .isEqualTo(GUESSES);
    }

    @Test
    void an_address_is_forgotten_after_three_months() {
        people.clock.advance(Duration.ofDays(91));
        guessAtLanFromEverywhere();

        assertThat(login("lan", PASSWORD, HOME)).isEqualTo("rate_limited");
    }

    @Test
    void of_ipv6_a_whole_network_is_one_address() {
        for (int i = 0; i < GUESSES; i++) {
            login("nobody-" + i, "not the password", at("2001:db8:1:2::" + Integer.toHexString(i + 1)));
        }

        assertThat(login("lan", PASSWORD, at("2001:db8:1:2:ffff::1"))).isEqualTo("rate_limited");
        assertThat(login("lan", PASSWORD, at("2001:db8:1:3::1"))).isEqualTo("signed in");
    }

    @Test
    void of_fifty_wrong_guesses_at_once_no_more_are_checked_than_of_as_many_in_a_row() {
        Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
        Together.run(IntStream.range(0, 50)
                .<Runnable>mapToObj(i -> () -> answers.computeIfAbsent(
                                login("lan", "not the password", STRANGER), answer -> new AtomicInteger())
                        .incrementAndGet())
                .toList());

        assertThat(answers.get("invalid_credentials")).hasValue(GUESSES);
        assertThat(answers.get("rate_limited")).hasValue(50 - GUESSES);
    }

    @Test
    void many_who_sign_in_rightly_at_once_from_one_address_are_not_refused() {
        Map<String, Long> answers = IntStream.range(0, 2 * GUESSES)
                .mapToObj(i -> login("lan", PASSWORD, STRANGER))
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
        assertThat(answers).containsOnlyKeys("signed in");

        Map<String, AtomicInteger> together = new ConcurrentHashMap<>();
        Together.run(IntStream.range(0, 2 * GUESSES)
                .<Runnable>mapToObj(i -> () -> together.computeIfAbsent(
                                login("lan", PASSWORD, at("198.51.100.3")), answer -> new AtomicInteger())
                        .incrementAndGet())
                .toList());
        assertThat(together).containsOnlyKeys("signed in");
    }

    @Test
    void within_a_session_the_password_is_asked_for_as_often_and_others_are_not_held_up() {
        Caller elsewhere = people.signIn("lan").tokens().caller();
        for (int i = 0; i < GUESSES; i++) {
            assertThat(answer(() -> people.deactivate(elsewhere, "not the password")))
                    .isEqualTo("invalid_credentials");
        }

        assertThat(answer(() -> people.accounts.changePassword(elsewhere, PASSWORD, "con đò bến cũ", ASKER)))
                .isEqualTo("rate_limited");
        assertThat(login("lan", PASSWORD, HOME)).isEqualTo("signed in");
        assertThat(answer(() -> people.accounts.changePassword(lan, PASSWORD, "con đò bến cũ", ASKER)))
                .isEqualTo("done");
    }

    @Test
    void what_was_not_checked_does_not_count() {
        var who = new Guesses.Guesser.SignedIn(new UUID(1, 1));
        for (int i = 0; i < 2 * GUESSES; i++) {
            assertThatThrownBy(() -> people.guesses.isRight(who, () -> {
                        throw Problem.busy();
                    }))
                    .hasMessageContaining("busy");
        }

        assertThat(people.guesses.isRight(who, () -> true)).isTrue();
    }

    private void guessAtLanFromEverywhere() {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(login("lan", "not the password", at("203.0.113." + i))).isEqualTo("invalid_credentials");
        }
    }

    private void guessAtNobodyFrom(String address) {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(login("nobody-" + i, "not the password", at(address))).isEqualTo("invalid_credentials");
        }
    }

    private void exhaust(Device device) {
        for (int i = 0; i < GUESSES; i++) {
            assertThat(login("lan", "not the password", device)).isEqualTo("invalid_credentials");
        }
    }

    private String login(String login, String password, Device device) {
        String answer = answer(() -> people.accounts.login(login, password, device));
        return answer.equals("done") ? "signed in" : answer;
    }

    private static String answer(Runnable verb) {
        try {
            verb.run();
            return "done";
        } catch (Problem problem) {
            return problem.code().wire();
        }
    }

    private static Device at(String address) {
        return new Device("a test", address);
    }
}
