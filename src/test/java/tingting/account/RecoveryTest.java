package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static tingting.account.OneTimeCodesTest.wrong;
import static tingting.testing.TestPeople.ASKER;
import static tingting.testing.TestPeople.DEVICE;
import static tingting.testing.TestPeople.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tingting.database.Database;
import tingting.notice.Letter;
import tingting.notice.Sms;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Json;
import tingting.protocol.Problem;
import tingting.protocol.Problem.FieldError;
import tingting.protocol.UserEvent.SessionRevoked;
import tingting.session.Device;
import tingting.testing.Mailbox;
import tingting.testing.TestPeople;
import tingting.testing.Together;

class RecoveryTest {
    private static final Asker AT_HOME = new Asker(DEVICE, "vi-VN,vi;q=0.9,en;q=0.5");
    private static final Asker STRANGER = new Asker(new Device("a test", "203.0.113.7"), "en");
    private static final EmailAddress EMAIL = EmailAddress.of("lan@example.org");
    private static final String NEW_PASSWORD = "con đò bến cũ";

    private final TestPeople people = new TestPeople();
    private final Recovery recovery = people.recovery;
    private final Caller lan = people.signUp("lan", EMAIL.text()).tokens().caller();

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_code_from_the_mail_sets_a_new_password_and_ends_every_session() {
        Caller phone = people.signIn("lan").tokens().caller();
        reset(ask(AT_HOME));

        assertThatThrownBy(() -> people.signIn("lan"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
        assertThat(people.told(lan))
                .contains(new SessionRevoked(lan.sessionId()), new SessionRevoked(phone.sessionId()));
        Me me = people.accounts.login("lan", NEW_PASSWORD, DEVICE).user();
        assertThat(me.emailVerifiedAt()).as("a code came back from there").isEqualTo(people.clock.instant());
    }

    @Test
    void the_owner_is_told_that_a_new_password_was_set() {
        reset(ask(AT_HOME));

        Letter told = people.mailbox.next();
        assertThat(told.to()).isEqualTo("lan@example.org");
        assertThat(told.subject()).isEqualTo("Mật khẩu của bạn đã được đổi");
    }

    @Test
    void the_address_may_be_written_in_another_case() {
        recovery.forgot(EmailAddress.of(" LAN@Example.ORG "), AT_HOME);

        recovery.reset(EMAIL, people.mailbox.code(), NEW_PASSWORD, AT_HOME);
    }

    @Test
    void nobody_is_written_to_without_an_account() {
        Caller minh = people.signUp("minh", "minh@example.org").tokens().caller();
        people.database.run(handle -> new StandingStore().setState(handle, minh.userId(), AccountState.DISABLED));
        recovery.forgot(EmailAddress.of("nobody@example.org"), AT_HOME);
        recovery.forgot(EmailAddress.of("minh@example.org"), AT_HOME);
        recovery.forgot(EMAIL, AT_HOME);

        people.mailbox.next();
        assertThat(people.mailbox.letters()).extracting(Letter::to).containsExactly("lan@example.org");
    }

    @Test
    void the_mail_speaks_the_account_s_language_else_the_browser_s() {
        recovery.forgot(EMAIL, AT_HOME);
        assertThat(people.mailbox.next().language()).isEqualTo("vi");

        people.profiles.change(lan, ProfileChange.read(json("{\"settings\": {\"language\": \"en\"}}")));
        recovery.forgot(EMAIL, AT_HOME);
        Letter english = people.mailbox.next();
        assertThat(english.language()).isEqualTo("en");
        assertThat(english.subject()).isEqualTo("Your code for a new password");
    }

    @Test
    void a_wrong_code_is_invalid_and_five_of_them_void_the_right_one() {
        String code = ask(AT_HOME);
        for (int i = 0; i < 5; i++) {
            refused("otp", () -> recovery.reset(EMAIL, wrong(code), NEW_PASSWORD, AT_HOME));
        }

        refused("otp", () -> reset(code));
        people.signIn("lan");
    }

    @Test
    void of_fifty_simultaneous_resets_with_the_right_code_one_succeeds() {
        String code = ask(AT_HOME);
        AtomicInteger done = new AtomicInteger();

        Together.run(Collections.nCopies(50, () -> {
            try {
                reset(code);
                done.incrementAndGet();
            } catch (Problem refusal) {
                assertThat(refusal.code()).isIn(ErrorCode.INVALID_REQUEST, ErrorCode.RATE_LIMITED);
            }
        }));

        assertThat(done).hasValue(1);
    }

    @Test
    void a_code_is_good_for_ten_minutes_and_once() {
        String late = ask(AT_HOME);
        people.clock.advance(Duration.ofMinutes(10));
        refused("otp", () -> reset(late));

        String code = ask(AT_HOME);
        reset(code);
        refused("otp", () -> reset(code));
    }

    @Test
    void a_password_that_may_not_be_chosen_spends_neither_the_code_nor_a_try() {
        String code = ask(AT_HOME);
        for (int i = 0; i < 10; i++) {
            refused("new_password", () -> recovery.reset(EMAIL, code, "password", AT_HOME));
        }

        reset(code);
    }

    @Test
    void a_code_is_void_when_the_address_or_the_password_has_changed() {
        String beforeAddress = ask(AT_HOME);
        EmailAddress other = EmailAddress.of("lan@example.com");
        people.emailChanges.ask(lan, other, AT_HOME);
        people.emailChanges.confirm(lan, other, people.mailbox.code(), AT_HOME);
        refused("otp", () -> reset(beforeAddress));
        refused("otp", () -> recovery.reset(other, beforeAddress, NEW_PASSWORD, AT_HOME));

        assertThat(people.mailbox.next().to()).as("told of the change").isEqualTo("lan@example.org");
        recovery.forgot(other, AT_HOME);
        String beforePassword = people.mailbox.code();
        people.accounts.changePassword(lan, PASSWORD, "hoa sữa về đêm", ASKER);
        refused("otp", () -> recovery.reset(other, beforePassword, NEW_PASSWORD, AT_HOME));
    }

    @Test
    void a_code_opens_no_other_account() {
        people.signUp("minh", "minh@example.org");
        String code = ask(AT_HOME);

        refused("otp", () -> recovery.reset(EmailAddress.of("minh@example.org"), code, NEW_PASSWORD, AT_HOME));
        refused("otp", () -> recovery.reset(EmailAddress.of("nobody@example.org"), code, NEW_PASSWORD, AT_HOME));
        reset(code);
    }

    @Test
    void a_stranger_s_requests_and_guesses_leave_the_owner_s_code_alone() {
        String code = ask(AT_HOME);
        String strangers = ask(STRANGER);
        for (int i = 0; i < OneTimeCodes.TRIES; i++) {
            refused("otp", () -> recovery.reset(EMAIL, wrong(code), NEW_PASSWORD, STRANGER));
        }

        refused("otp", () -> recovery.reset(EMAIL, strangers, NEW_PASSWORD, STRANGER));
        reset(code);
    }

    @Test
    void codes_cannot_be_tried_at_account_after_account_from_one_address() {
        String code = ask(STRANGER);
        for (int i = 0; i < TestPeople.GUESSES; i++) {
            EmailAddress another = EmailAddress.of("nobody-" + i + "@example.org");
            refused("otp", () -> recovery.reset(another, "000000", NEW_PASSWORD, STRANGER));
        }

        assertThatThrownBy(() -> recovery.reset(EMAIL, code, NEW_PASSWORD, STRANGER))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.RATE_LIMITED));
        reset(ask(AT_HOME));
    }

    @Test
    void a_browser_that_the_account_knows_counts_as_home_wherever_it_is() {
        Asker browser = new Asker(
                new Device("a browser", "198.51.100.9", Optional.of(people.sessions.deviceToken(lan.userId()))), "en");
        String own = ask(browser);
        ask(STRANGER);
        for (int i = 0; i < TestPeople.GUESSES; i++) {
            EmailAddress another = EmailAddress.of("nobody-" + i + "@example.org");
            Asker neighbour = new Asker(new Device("another", "198.51.100.9"), "en");
            refused("otp", () -> recovery.reset(another, "000000", NEW_PASSWORD, neighbour));
        }

        recovery.reset(EMAIL, own, NEW_PASSWORD, browser);
    }

    @Test
    void who_is_away_from_home_gets_in_as_well_and_may_type_the_code_in_at_home() {
        recovery.reset(EMAIL, ask(STRANGER), NEW_PASSWORD, STRANGER);

        people.mailbox.next();
        recovery.reset(EMAIL, ask(STRANGER), "hoa sữa về đêm", AT_HOME);
    }

    @Test
    void an_address_gets_five_codes_an_hour_of_which_strangers_can_use_up_three() {
        for (int i = 0; i < 20; i++) {
            recovery.forgot(EMAIL, STRANGER);
        }
        for (int i = 0; i < 20; i++) {
            recovery.forgot(EMAIL, AT_HOME);
        }
        people.signUp("minh", "minh@example.org");
        recovery.forgot(EmailAddress.of("minh@example.org"), AT_HOME);
        await().until(() -> people.mailbox.letters().size() >= 6);
        assertThat(people.mailbox.letters())
                .extracting(Letter::to)
                .filteredOn("lan@example.org"::equals)
                .hasSize(5);

        people.clock.advance(Duration.ofHours(1));
        recovery.forgot(EMAIL, STRANGER);
        await().until(() -> people.mailbox.letters().size() >= 7);
    }

    @Test
    void strangers_have_ten_codes_a_day_sent_to_an_address_and_the_owner_still_gets_one() {
        for (int hour = 0; hour < 5; hour++) {
            for (int i = 0; i < 3; i++) {
                recovery.forgot(EMAIL, STRANGER);
            }
            int most = Math.min(10, 3 * (hour + 1));
            await().until(() -> people.mailbox.letters().size() >= most);
            people.clock.advance(Duration.ofHours(1));
        }
        recovery.forgot(EMAIL, AT_HOME);

        await().until(() -> people.mailbox.letters().size() >= 11);
        assertThat(people.mailbox.letters()).hasSize(11);
    }

    @Test
    void who_asks_by_phone_gets_a_text_message() {
        PhoneNumber number = PhoneNumber.of("+84 912 345 678");
        people.accounts.register(new Registration("minh", PASSWORD, null, number.text(), null), DEVICE);
        recovery.forgot(PhoneNumber.of("0084912345678"), AT_HOME);

        Sms sms = people.mailbox.nextText();
        assertThat(sms.to()).isEqualTo("+84912345678");
        recovery.reset(number, Mailbox.codeIn(sms.text()), NEW_PASSWORD, AT_HOME);
        assertThatCode(() -> people.accounts.login("minh", NEW_PASSWORD, DEVICE))
                .doesNotThrowAnyException();
    }

    @Test
    void an_address_that_is_only_claimed_is_not_told_of_a_new_password() {
        PhoneNumber number = PhoneNumber.of("+84 912 345 678");
        people.accounts.register(
                new Registration("minh", PASSWORD, "claimed@example.org", number.text(), null), DEVICE);
        recovery.forgot(number, AT_HOME);
        recovery.reset(number, Mailbox.codeIn(people.mailbox.nextText().text()), NEW_PASSWORD, AT_HOME);

        reset(ask(AT_HOME));

        assertThat(people.mailbox.next().to()).as("the next mail of all").isEqualTo("lan@example.org");
        assertThat(people.mailbox.letters()).noneMatch(letter -> letter.to().equals("claimed@example.org"));
    }

    @Test
    @Timeout(60)
    void asking_returns_before_anything_is_looked_up() {
        CountDownLatch until = new CountDownLatch(1);
        Recovery held = new Recovery(
                held(people.database, until),
                people.sessions,
                people.codes,
                people.guesses,
                people.hashing,
                people.clock,
                new SecureRandom());

        held.forgot(EMAIL, AT_HOME);

        until.countDown();
        assertThat(people.mailbox.next().to()).isEqualTo(EMAIL.text());
    }

    /// The database, once the latch is open.
    private static Database held(Database real, CountDownLatch until) {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (_, method, arguments) -> {
                    until.await();
                    return method.invoke(real, arguments);
                });
    }

    private String ask(Asker asker) {
        recovery.forgot(EMAIL, asker);
        return people.mailbox.code();
    }

    private void reset(String code) {
        recovery.reset(EMAIL, code, NEW_PASSWORD, AT_HOME);
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
        });
    }
}
