package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tingting.testing.TestPeople.DEVICE;
import static tingting.testing.TestPeople.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.notice.Letter;
import tingting.protocol.Caller;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent.ProfileUpdated;
import tingting.session.Device;
import tingting.testing.Authenticator;
import tingting.testing.TestPeople;
import tingting.testing.Together;

class SecondFactorTest {
    private static final Proof NOTHING = new Proof(Optional.empty(), Optional.empty());
    private static final Proof BY_PASSWORD = new Proof(Optional.of(PASSWORD), Optional.empty());
    private static final Asker ASKER = new Asker(DEVICE, "vi");
    private static final EmailAddress EMAIL = EmailAddress.of("lan@example.org");
    private static final int GUESSES = 10;

    private final TestPeople people = new TestPeople();
    private final SecondFactorChanges changes = people.secondFactorChanges;
    private final Caller lan = people.accounts
            .register(new Registration("lan", PASSWORD, "lan@example.org", "+84912345678", null), DEVICE)
            .tokens()
            .caller();

    @AfterEach
    void close() {
        people.close();
    }

    // ---- switching it on

    @Test
    void until_a_code_has_come_back_nothing_is_asked_for() {
        changes.begin(lan, NOTHING);

        assertThat(signIn(null)).isEqualTo("signed in");
        assertThat(people.profiles.me(lan).secondFactor()).isFalse();
        assertThat(changes.state(lan)).isEqualTo(new SecondFactorState(false, 0));
    }

    @Test
    void once_it_is_on_the_password_alone_lets_nobody_in() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));

        assertThat(signIn(null)).isEqualTo("otp_required");
        assertThat(signIn(" ")).isEqualTo("otp_required");
        assertThat(signIn(wrong(app))).isEqualTo("invalid_credentials");
        assertThat(answer(() -> people.accounts.login("lan", "not the password", Optional.of(app.code()), DEVICE)))
                .isEqualTo("invalid_credentials");
        assertThat(signIn(app.code())).isEqualTo("signed in");
        assertThat(people.profiles.me(lan).secondFactor()).isTrue();
        assertThat(changes.state(lan)).isEqualTo(new SecondFactorState(true, 10));
    }

    @Test
    void a_wrong_first_code_switches_nothing_on_and_is_named() {
        Authenticator app = app(changes.begin(lan, NOTHING));

        assertThatThrownBy(() -> changes.confirm(lan, wrong(app), ASKER))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.errors().getFirst().field()).isEqualTo("code"));
        assertThat(signIn(null)).isEqualTo("signed in");
        changes.confirm(lan, app.code(), ASKER);
        assertThat(signIn(null)).isEqualTo("otp_required");
    }

    @Test
    void who_begins_anew_has_another_secret_and_other_recovery_codes() {
        SecondFactorSetup first = changes.begin(lan, NOTHING);
        SecondFactorSetup second = changes.begin(lan, NOTHING);

        assertThat(answer(() -> changes.confirm(lan, app(first).code(), ASKER))).isEqualTo("invalid_request");
        switchOn(second);
        assertThat(signIn(first.recoveryCodes().getFirst())).isEqualTo("invalid_credentials");
        assertThat(signIn(second.recoveryCodes().getFirst())).isEqualTo("signed in");
    }

    @Test
    void one_that_is_on_is_not_replaced() {
        switchOn(changes.begin(lan, NOTHING));

        assertThat(answer(() -> changes.begin(lan, BY_PASSWORD))).isEqualTo("conflict");
    }

    @Test
    void an_app_can_read_the_link() {
        SecondFactorSetup setup = changes.begin(people.caller("Ngọc.Lan"), NOTHING);

        assertThat(setup.otpauthUrl())
                .isEqualTo(
                        "otpauth://totp/Ting%20Ting:Ng%E1%BB%8Dc.Lan?secret=" + setup.secret() + "&issuer=Ting%20Ting");
        assertThat(setup.secret()).matches("[A-Z2-7]{32}");
        assertThat(setup.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(setup.recoveryCodes()).allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
    }

    @Test
    void switching_it_on_ends_no_session() {
        Caller phone = people.signIn("lan").tokens().caller();
        switchOn(changes.begin(lan, NOTHING));

        assertThat(people.sessions.list(phone)).hasSize(2);
    }

    // ---- codes

    @Test
    void a_code_is_good_once_and_voids_the_older_ones() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));
        String before = app.code(Authenticator.STEP.negated());

        assertThat(signIn(app.code())).isEqualTo("signed in");
        assertThat(signIn(app.code())).isEqualTo("invalid_credentials");
        assertThat(signIn(before)).isEqualTo("invalid_credentials");
        people.clock.advance(Authenticator.STEP);
        assertThat(signIn(app.code())).isEqualTo("signed in");
    }

    @Test
    void of_simultaneous_uses_of_one_code_one_gets_in() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));

        assertThat(together(8, () -> signIn(app.code()))).containsEntry("signed in", 1);
    }

    @Test
    void a_code_of_a_clock_that_is_half_a_minute_wrong_is_good() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));

        assertThat(signIn(app.code(Authenticator.STEP.multipliedBy(2)))).isEqualTo("invalid_credentials");
        assertThat(signIn(app.code(Authenticator.STEP))).isEqualTo("signed in");
    }

    @Test
    void a_code_may_be_typed_as_the_app_shows_it() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));

        assertThat(signIn(app.code().substring(0, 3) + " " + app.code().substring(3)))
                .isEqualTo("signed in");
    }

    @Test
    void a_recovery_code_lets_in_once_however_it_is_typed() {
        SecondFactorSetup setup = changes.begin(lan, NOTHING);
        switchOn(setup);
        List<String> codes = setup.recoveryCodes();

        assertThat(signIn(codes.get(0))).isEqualTo("signed in");
        assertThat(signIn(codes.get(0))).isEqualTo("invalid_credentials");
        assertThat(signIn(" " + codes.get(1).replace("-", "").toUpperCase())).isEqualTo("signed in");
        assertThat(changes.state(lan).recoveryCodesLeft()).isEqualTo(8);
        assertThat(together(8, () -> signIn(codes.get(2)))).containsEntry("signed in", 1);
    }

    @Test
    void a_code_is_good_for_its_account_alone() {
        people.signUp("minh");
        SecondFactorSetup setup = changes.begin(lan, NOTHING);
        Authenticator app = switchOn(setup);
        Caller minh = people.signIn("minh").tokens().caller();
        SecondFactorSetup other = changes.begin(minh, NOTHING);
        changes.confirm(minh, app(other).code(), ASKER);

        assertThat(signIn(other.recoveryCodes().getFirst())).isEqualTo("invalid_credentials");
        assertThat(signIn(app(other).code())).isEqualTo("invalid_credentials");
        assertThat(signIn(app.code())).isEqualTo("signed in");
    }

    @Test
    void neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database() {
        SecondFactorSetup setup = changes.begin(lan, NOTHING);
        String rows = people.database.read(handle -> handle
                .createQuery("SELECT secret FROM tb_second_factors UNION ALL SELECT code_hash FROM tb_recovery_codes")
                .mapTo(byte[].class)
                .stream()
                .map(HexFormat.of()::formatHex)
                .reduce("", String::concat));

        assertThat(rows).hasSizeGreaterThan(11 * 32);
        for (String code : setup.recoveryCodes()) {
            assertThat(rows).doesNotContain(hex(code), hex(code.replace("-", "")));
        }
        assertThat(rows)
                .doesNotContain(hex(setup.secret()), HexFormat.of().formatHex(Authenticator.bytes(setup.secret())));
    }

    // ---- guessing

    @Test
    void who_knows_the_password_can_try_ten_codes_and_then_has_to_wait() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));
        for (int i = 0; i < GUESSES; i++) {
            assertThat(signIn(wrong(app), at("203.0.113." + i))).isEqualTo("invalid_credentials");
        }

        assertThat(signIn(wrong(app), at("198.51.100.1"))).isEqualTo("rate_limited");
        assertThat(signIn(app.code(), at("198.51.100.1")))
                .as("the right one as well")
                .isEqualTo("rate_limited");
        people.clock.advance(Duration.ofDays(1).dividedBy(GUESSES));
        assertThat(signIn(wrong(app), at("198.51.100.1"))).isEqualTo("invalid_credentials");
        assertThat(signIn(app.code(), at("198.51.100.1"))).isEqualTo("rate_limited");
    }

    @Test
    void the_owner_gets_in_from_a_known_address_or_browser_whatever_strangers_try() {
        Device browser =
                new Device("a browser", "198.51.100.9", Optional.of(people.sessions.deviceToken(lan.userId())));
        Authenticator app = switchOn(changes.begin(lan, NOTHING));
        for (int i = 0; i < GUESSES; i++) {
            signIn(wrong(app), at("203.0.113." + i));
        }

        assertThat(signIn(app.code(), at("198.51.100.9"))).isEqualTo("rate_limited");
        assertThat(signIn(app.code(), browser)).isEqualTo("signed in");
        people.clock.advance(Authenticator.STEP);
        assertThat(signIn(app.code(), DEVICE)).isEqualTo("signed in");
    }

    @Test
    void another_name_of_the_account_gives_no_further_tries() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));
        for (int i = 0; i < GUESSES; i++) {
            signIn(wrong(app), at("203.0.113." + i));
        }

        assertThat(answer(() ->
                        people.accounts.login("+84912345678", PASSWORD, Optional.of(wrong(app)), at("198.51.100.1"))))
                .isEqualTo("rate_limited");
    }

    @Test
    void of_many_wrong_codes_at_once_no_more_are_checked_than_of_as_many_in_a_row() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));

        assertThat(together(2 * GUESSES, () -> signIn(wrong(app), at("203.0.113.1"))))
                .containsEntry("invalid_credentials", GUESSES)
                .containsEntry("rate_limited", GUESSES);
    }

    @Test
    void within_a_session_codes_cannot_be_tried_for_ever_either() {
        Authenticator app = app(changes.begin(lan, NOTHING));
        for (int i = 0; i < GUESSES; i++) {
            assertThat(answer(() -> changes.confirm(lan, wrong(app), ASKER))).isEqualTo("invalid_request");
        }
        assertThat(answer(() -> changes.confirm(lan, app.code(), ASKER))).isEqualTo("rate_limited");
    }

    // ---- who may change it

    @Test
    void an_open_session_alone_neither_switches_it_on_nor_off() {
        people.clock.advance(Duration.ofMinutes(10));
        assertThat(answer(() -> changes.begin(lan, NOTHING))).isEqualTo("invalid_request");
        assertThat(answer(() -> changes.begin(lan, new Proof(Optional.of("not the password"), Optional.empty()))))
                .isEqualTo("invalid_credentials");
        Authenticator app = switchOn(changes.begin(lan, BY_PASSWORD));

        assertThat(answer(() -> changes.switchOff(lan, NOTHING, ASKER))).isEqualTo("invalid_request");
        assertThat(answer(() -> changes.switchOff(lan, new Proof(Optional.empty(), Optional.of(wrong(app))), ASKER)))
                .isEqualTo("invalid_credentials");
        assertThat(signIn(null)).isEqualTo("otp_required");
    }

    @Test
    void a_code_the_password_or_a_session_that_has_just_begun_switches_it_off() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));
        changes.switchOff(lan, NOTHING, ASKER);
        assertThat(signIn(null)).isEqualTo("signed in");

        people.clock.advance(Duration.ofHours(1));
        switchOn(changes.begin(lan, BY_PASSWORD));
        changes.switchOff(lan, BY_PASSWORD, ASKER);
        assertThat(signIn(null)).isEqualTo("signed in");

        Authenticator last = switchOn(changes.begin(lan, BY_PASSWORD));
        assertThat(answer(() -> changes.switchOff(lan, new Proof(Optional.empty(), Optional.of(app.code())), ASKER)))
                .as("a code of the first secret")
                .isEqualTo("invalid_credentials");
        changes.switchOff(lan, new Proof(Optional.empty(), Optional.of(last.code())), ASKER);
        assertThat(signIn(null)).isEqualTo("signed in");
    }

    @Test
    void a_forgotten_password_that_is_set_anew_leaves_it_on() {
        Authenticator app = switchOn(changes.begin(lan, NOTHING));
        people.recovery.forgot(EMAIL, ASKER);
        people.recovery.reset(EMAIL, people.mailbox.code(), "con đò bến cũ", ASKER);

        assertThat(answer(() -> people.accounts.login("lan", "con đò bến cũ", DEVICE)))
                .isEqualTo("otp_required");
        people.accounts.login("lan", "con đò bến cũ", Optional.of(app.code()), DEVICE);
    }

    // ---- being told

    @Test
    void the_owner_is_told_by_mail_and_on_their_devices() {
        people.emailChanges.ask(lan, EMAIL, ASKER);
        people.emailChanges.confirm(lan, EMAIL, people.mailbox.code(), ASKER);
        people.heard.clear();
        long rev = people.userRev(lan);
        switchOn(changes.begin(lan, NOTHING));
        assertThat(people.mailbox.next().subject()).isEqualTo("Tài khoản của bạn đã bật xác minh hai bước");
        assertThat(people.told(lan)).hasAtLeastOneElementOfType(ProfileUpdated.class);
        assertThat(people.userRev(lan)).isGreaterThan(rev);

        people.heard.clear();
        changes.switchOff(lan, NOTHING, ASKER);
        Letter off = people.mailbox.next();
        assertThat(off.subject()).isEqualTo("Tài khoản của bạn đã tắt xác minh hai bước");
        assertThat(off.to()).isEqualTo("lan@example.org");
        assertThat(people.told(lan)).hasAtLeastOneElementOfType(ProfileUpdated.class);
        changes.switchOff(lan, NOTHING, ASKER);
        assertThat(people.mailbox.letters()).as("what was off is not told").hasSize(3);
    }

    private Authenticator switchOn(SecondFactorSetup setup) {
        Authenticator app = app(setup);
        changes.confirm(lan, app.code(), ASKER);
        return app;
    }

    private Authenticator app(SecondFactorSetup setup) {
        return new Authenticator(setup.secret(), people.clock);
    }

    /// Six digits that are no code now.
    private static String wrong(Authenticator app) {
        return OneTimeCodesTest.wrong(app.code());
    }

    private String signIn(@Nullable String otp) {
        return signIn(otp, DEVICE);
    }

    private String signIn(@Nullable String otp, Device device) {
        String answer = answer(() -> people.accounts.login("lan", PASSWORD, Optional.ofNullable(otp), device));
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

    private static Map<String, Integer> together(int times, Supplier<String> verb) {
        Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
        Together.run(Collections.nCopies(
                times,
                () -> answers.computeIfAbsent(verb.get(), answer -> new AtomicInteger())
                        .incrementAndGet()));
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get()));
    }

    private static Device at(String address) {
        return new Device("a test", address);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
