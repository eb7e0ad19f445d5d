package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static tingting.testing.TestPeople.ASKER;
import static tingting.testing.TestPeople.DEVICE;
import static tingting.testing.TestPeople.PASSWORD;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.Problem.FieldError;
import tingting.protocol.UserEvent.SessionRevoked;
import tingting.testing.TestPeople;

class AccountsTest {
    private static final String NEW_PASSWORD = "con đò bến cũ";

    private final TestPeople people = new TestPeople();
    private final Accounts accounts = people.accounts;

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void who_signs_up_is_signed_in_and_has_a_profile() {
        SignedIn lan = accounts.register(wish("Lan", "Lan@Example.org", "+84 912 345 678", " Ngọc Lan "), DEVICE);

        assertThat(people.sessions.authenticate(lan.tokens().accessToken()))
                .isEqualTo(lan.tokens().caller());
        assertThat(lan.user().user().username()).isEqualTo("Lan");
        assertThat(lan.user().user().displayName()).isEqualTo("Ngọc Lan");
        assertThat(lan.user().email()).isEqualTo("Lan@Example.org");
        assertThat(lan.user().phone()).isEqualTo("+84 912 345 678");
        assertThat(lan.user().role()).isEqualTo("user");
        assertThat(lan.user().createdAt()).isEqualTo(people.clock.instant());
        assertThat(people.profiles.me(lan.tokens().caller())).isEqualTo(lan.user());
    }

    @Test
    void one_signs_in_with_the_username_the_e_mail_address_or_the_phone_number() {
        Caller lan = accounts.register(wish("Lan.Ngọc", "Lan@Example.org", "+84 912 345 678", null), DEVICE)
                .tokens()
                .caller();

        for (String login :
                List.of("Lan.Ngọc", "lan.ngọc", "LAN@example.ORG", "+84912345678", "0084 912 345 678", " lan.ngọc ")) {
            Caller again = people.signIn(login).tokens().caller();
            assertThat(again.userId()).as(login).isEqualTo(lan.userId());
            assertThat(again.sessionId()).as(login).isNotEqualTo(lan.sessionId());
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_account_are_answered_alike() {
        people.signUp("lan");

        List<String> answers = List.of("lan", "minh", "minh@example.org", "+84999999999", "", "not a login!").stream()
                .map(login -> refusal(() -> accounts.login(login, "not the password", DEVICE)))
                .distinct()
                .toList();
        assertThat(answers).containsExactly("invalid_credentials The login or the password is wrong. []");
        assertThat(refusal(() -> accounts.login("lan", PASSWORD + "x", DEVICE))).isEqualTo(answers.getFirst());
        assertThat(refusal(() -> accounts.login("lan", "x".repeat(100_000), DEVICE)))
                .isEqualTo(answers.getFirst());
    }

    @Test
    void what_is_taken_is_named() {
        accounts.register(wish("Lan", "lan@example.org", "+84912345678", null), DEVICE);

        taken("username", wish("lAN", "other@example.org", null, null));
        taken("phone", wish("minh", null, "0084912345678", null));
    }

    @Test
    void of_simultaneous_registrations_of_one_name_one_wins() throws Exception {
        int wishes = 6;
        Callable<String> register = () -> {
            try {
                people.signUp("lan");
                return "registered";
            } catch (Problem refusal) {
                return refusal.code().wire();
            }
        };
        List<String> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.<Callable<String>>nCopies(wishes, register)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(answers).filteredOn("registered"::equals).hasSize(1);
        assertThat(answers).filteredOn("conflict"::equals).hasSize(wishes - 1);
    }

    @Test
    void what_is_wrong_with_a_registration_is_named() {
        wrong("username", wish("a b", null, null, null));
        wrong("email", wish("lan", "lan", null, null));
        wrong("phone", wish("lan", null, "lan", null));
        wrong("display_name", wish("lan", null, null, "\u200b"));
        wrong("display_name", wish("lan", null, null, "Lan\u202e"));
        wrong("display_name", wish("lan", null, null, "two\nlines"));
        wrong("display_name", wish("lan", null, null, "x".repeat(65)));
        wrong("password", new Registration("lan", "short", null, null, null));
        wrong("password", new Registration("lan", "password", null, null, null));
        wrong("password", new Registration("lan", "x".repeat(257), null, null, null));
    }

    @Test
    void a_password_is_stored_hashed() {
        Caller lan = people.caller("lan");

        assertThat(stored("password", lan)).startsWith("$argon2id$").doesNotContain(PASSWORD);
    }

    @Test
    void changing_the_password_ends_the_other_sessions_and_keeps_this_one() {
        SignedIn here = people.signUp("lan");
        SignedIn there = people.signIn("lan");
        Caller caller = here.tokens().caller();

        accounts.changePassword(caller, PASSWORD, NEW_PASSWORD, ASKER);

        assertThat(people.sessions.authenticate(here.tokens().accessToken())).isEqualTo(caller);
        assertThat(refusal(() -> people.sessions.authenticate(there.tokens().accessToken())))
                .startsWith("unauthenticated");
        assertThat(people.told(caller))
                .containsExactly(new SessionRevoked(there.tokens().caller().sessionId()));
        assertThat(refusal(() -> people.signIn("lan"))).startsWith("invalid_credentials");
        assertThat(accounts.login("lan", NEW_PASSWORD, DEVICE).user().user().username())
                .isEqualTo("lan");
    }

    @Test
    void changing_the_password_takes_the_old_one_and_a_good_new_one() {
        SignedIn here = people.signUp("lan");
        Caller caller = here.tokens().caller();
        SignedIn there = people.signIn("lan");

        assertThat(refusal(() -> accounts.changePassword(caller, "not the password", NEW_PASSWORD, ASKER)))
                .startsWith("invalid_credentials");
        assertThat(refusal(() -> accounts.changePassword(caller, PASSWORD, "12345678", ASKER)))
                .startsWith("invalid_request new_password");

        assertThat(people.sessions.authenticate(there.tokens().accessToken()))
                .isEqualTo(there.tokens().caller());
        people.signIn("lan");
    }

    @Test
    void of_simultaneous_password_changes_one_wins() throws Exception {
        Caller caller = people.caller("lan");
        List<Callable<String>> changes = List.of("mái đình", "bến nước", "cây đa đầu làng").stream()
                .<Callable<String>>map(
                        password -> () -> refusal(() -> accounts.changePassword(caller, PASSWORD, password, ASKER)))
                .toList();
        List<String> refusals;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            refusals =
                    threads.invokeAll(changes).stream().map(Future::resultNow).toList();
        }
        assertThat(refusals).filteredOn(String::isEmpty).hasSize(1);
        assertThat(refusals)
                .filteredOn(refusal -> refusal.startsWith("invalid_credentials"))
                .hasSize(2);
    }

    @Test
    void who_closes_their_account_is_signed_out_everywhere_and_cannot_come_back() {
        SignedIn here = people.signUp("lan");
        SignedIn there = people.signIn("lan");
        Caller caller = here.tokens().caller();
        assertThat(refusal(() -> people.deactivate(caller, "not the password"))).startsWith("invalid_credentials");
        people.sessions.authenticate(here.tokens().accessToken());

        people.deactivate(caller, PASSWORD);

        for (SignedIn device : List.of(here, there)) {
            assertThat(refusal(
                            () -> people.sessions.authenticate(device.tokens().accessToken())))
                    .startsWith("unauthenticated");
            assertThat(refusal(() -> people.sessions.refresh(device.tokens().refreshToken())))
                    .startsWith("unauthenticated");
        }
        assertThat(people.told(caller))
                .containsExactlyInAnyOrder(
                        new SessionRevoked(caller.sessionId()),
                        new SessionRevoked(there.tokens().caller().sessionId()));
        assertThat(refusal(() -> people.signIn("lan"))).startsWith("account_closed");
        assertThat(stored("flag_delete", caller)).isEqualTo("not_active");
        taken("username", wish("lan", null, null, null));
    }

    @Test
    void an_account_that_is_closed_by_others_is_refused_by_a_node_that_looks_it_up() {
        SignedIn lan = people.signUp("lan");
        people.database.run(handle -> handle.execute("UPDATE tb_users SET flag_delete = 'delete'"));

        assertThat(refusal(() -> people.anotherNode().authenticate(lan.tokens().accessToken())))
                .startsWith("unauthenticated");
        assertThat(refusal(() -> people.sessions.refresh(lan.tokens().refreshToken())))
                .startsWith("unauthenticated");
        assertThat(refusal(() -> people.signIn("lan"))).startsWith("invalid_credentials");
    }

    private String stored(String column, Caller caller) {
        return people.database.read(
                handle -> handle.createQuery("SELECT " + column + " FROM tb_users WHERE user_id = :user")
                        .bind("user", caller.userId())
                        .mapTo(String.class)
                        .one());
    }

    private static Registration wish(
            String username, @Nullable String email, @Nullable String phone, @Nullable String name) {
        return new Registration(username, PASSWORD, email, phone, name);
    }

    private void taken(String field, Registration wish) {
        refusedField(ErrorCode.CONFLICT, field, wish);
    }

    private void wrong(String field, Registration wish) {
        refusedField(ErrorCode.INVALID_REQUEST, field, wish);
    }

    private void refusedField(ErrorCode code, String field, Registration wish) {
        assertThatThrownBy(() -> accounts.register(wish, DEVICE)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
        });
    }

    /// Code and words of the refusal; empty when there was none.
    private static String refusal(ThrowingCallable verb) {
        Throwable thrown = catchThrowable(verb);
        return switch (thrown) {
            case null -> "";
            case Problem problem -> problem.code().wire() + " " + problem.detail() + " " + problem.errors();
            default -> throw new AssertionError(thrown);
        };
    }
}
