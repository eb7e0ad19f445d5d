package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tingting.testing.TestPeople.DEVICE;
import static tingting.testing.TestPeople.PASSWORD;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.notice.Letter;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.session.Device;
import tingting.testing.Mailbox;
import tingting.testing.Medians;
import tingting.testing.TestPeople;

/// Whether an e-mail address has an account is told to who reads its mails, and to nobody who signs up with it.
class SignUpsTest {
    private static final Asker ASKER = new Asker(DEVICE, "en");
    private static final EmailAddress TAKEN = EmailAddress.of("lan@example.org");
    private static final EmailAddress FREE = EmailAddress.of("minh@example.org");
    private static final Device ELSEWHERE = new Device("a test", "203.0.113.7");
    private static final String OTHER_PASSWORD = "con đò bến cũ";

    private final TestPeople people = new TestPeople();
    private final Caller lan = register("lan", TAKEN.text(), PASSWORD).tokens().caller();

    {
        people.emailChanges.confirm(lan, TAKEN, people.mailbox.code(), ASKER);
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void who_signs_up_with_an_address_is_sent_a_code_for_it_and_who_does_not_is_sent_nothing() {
        register("nobody", null, PASSWORD);
        Caller minh = register("minh", FREE.text(), PASSWORD).tokens().caller();

        Letter letter = people.mailbox.next();
        assertThat(letter.to()).isEqualTo(FREE.text());
        Me me = people.emailChanges.confirm(minh, FREE, Mailbox.codeIn(letter.text()), ASKER);
        assertThat(me.emailVerifiedAt()).isEqualTo(people.clock.instant());
    }

    @Test
    void an_address_that_is_somebody_s_is_answered_like_a_free_one_and_its_owner_is_told() {
        SignedIn free = register("minh", FREE.text(), OTHER_PASSWORD);
        people.mailbox.next();
        SignedIn taken = register("mallory", " LAN@example.org", OTHER_PASSWORD);

        assertThat(taken.user().email()).isEqualTo("LAN@example.org");
        assertThat(taken.user().emailVerifiedAt())
                .isEqualTo(free.user().emailVerifiedAt())
                .isNull();
        assertThat(people.profiles.me(taken.tokens().caller())).isEqualTo(taken.user());
        Letter told = people.mailbox.next();
        assertThat(told.to()).isEqualTo("LAN@example.org");
        assertThat(told.subject()).isEqualTo("This address has an account already");
    }

    @Test
    void a_claimed_address_is_a_name_where_the_account_is_known_whether_it_is_somebody_s_or_not() {
        register("minh", FREE.text(), OTHER_PASSWORD, ELSEWHERE);
        register("mallory", TAKEN.text(), OTHER_PASSWORD, ELSEWHERE);

        for (EmailAddress address : new EmailAddress[] {FREE, TAKEN}) {
            assertThat(people.accounts.login(address.text(), OTHER_PASSWORD, ELSEWHERE))
                    .isNotNull();
            assertThatThrownBy(() -> people.accounts.login(address.text(), OTHER_PASSWORD, DEVICE))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_CREDENTIALS));
        }
    }

    @Test
    void a_claim_keeps_no_owner_out_where_the_owner_is_known_nor_from_a_new_password() {
        register("mallory", TAKEN.text(), OTHER_PASSWORD);
        people.mailbox.next();

        assertThat(people.signIn(TAKEN.text()).tokens().caller().userId()).isEqualTo(lan.userId());
        people.recovery.forgot(TAKEN, new Asker(ELSEWHERE, "en"));
        people.recovery.reset(TAKEN, people.mailbox.code(), "hoa sữa về đêm", new Asker(ELSEWHERE, "en"));
        assertThat(people.accounts
                        .login("lan", "hoa sữa về đêm", DEVICE)
                        .tokens()
                        .caller()
                        .userId())
                .isEqualTo(lan.userId());
    }

    @Test
    void of_two_who_claim_an_address_the_first_to_confirm_it_has_it() {
        Caller minh = register("minh", FREE.text(), PASSWORD).tokens().caller();
        String minhs = people.mailbox.code();
        Caller mallory = register("mallory", FREE.text(), PASSWORD).tokens().caller();
        String mallorys = people.mailbox.code();
        people.emailChanges.confirm(minh, FREE, minhs, ASKER);

        assertThatThrownBy(() -> people.emailChanges.confirm(mallory, FREE, mallorys, ASKER))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void signing_up_takes_the_same_time_with_a_free_and_a_taken_address() {
        Medians.assertAlike(
                round -> register("free" + round, "free%d@example.org".formatted(round), PASSWORD),
                round -> register("taken" + round, TAKEN.text(), PASSWORD));
    }

    private SignedIn register(String username, @Nullable String email, String password) {
        return register(username, email, password, DEVICE);
    }

    private SignedIn register(String username, @Nullable String email, String password, Device device) {
        return people.signUps.register(new Registration(username, password, email, null, null), device, ASKER);
    }
}
