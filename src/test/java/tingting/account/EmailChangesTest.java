package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tingting.account.OneTimeCodesTest.wrong;
import static tingting.account.RecoveryTest.refused;
import static tingting.testing.TestPeople.DEVICE;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.notice.Letter;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent.ProfileUpdated;
import tingting.session.Device;
import tingting.testing.Mailbox;
import tingting.testing.TestPeople;

class EmailChangesTest {
    private static final Asker ASKER = new Asker(DEVICE, "en");
    private static final EmailAddress OLD = EmailAddress.of("lan@example.org");
    private static final EmailAddress NEW = EmailAddress.of("lan@example.com");

    private static final Device ELSEWHERE = new Device("a test", "203.0.113.7");

    private final TestPeople people = new TestPeople();
    private final EmailChanges emails = people.emailChanges;
    private final Caller lan = people.signUp("lan", OLD.text()).tokens().caller();

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_new_address_is_one_s_own_when_its_code_has_come_back() {
        emails.ask(lan, NEW, ASKER);
        Letter letter = people.mailbox.next();
        assertThat(letter.to()).isEqualTo(NEW.text());
        assertThat(people.profiles.me(lan).email()).isEqualTo(OLD.text());
        people.heard.clear();
        long rev = people.userRev(lan);

        Me me = emails.confirm(lan, NEW, Mailbox.codeIn(letter.text()), ASKER);

        assertThat(me.email()).isEqualTo(NEW.text());
        assertThat(me.emailVerifiedAt()).isEqualTo(people.clock.instant());
        assertThat(people.profiles.me(lan)).isEqualTo(me);
        assertThat(people.told(lan)).hasExactlyElementsOfTypes(ProfileUpdated.class);
        assertThat(people.userRev(lan)).isEqualTo(rev + 1);
        assertThat(people.signIn(NEW.text()).user().email()).isEqualTo(NEW.text());
        assertThatThrownBy(() -> people.signIn(OLD.text())).isInstanceOf(Problem.class);
    }

    @Test
    void the_old_address_is_told_and_not_what_the_new_one_is() {
        change(lan, NEW);

        Letter told = people.mailbox.next();
        assertThat(told.to()).isEqualTo(OLD.text());
        assertThat(told.subject()).isEqualTo("Your account has another address now");
        assertThat(told.text() + told.html()).doesNotContain("example.com");
    }

    @Test
    void the_address_one_registered_with_is_confirmed_in_the_same_way_and_nobody_is_told() {
        assertThat(people.profiles.me(lan).emailVerifiedAt()).isNull();

        assertThat(change(lan, OLD).emailVerifiedAt()).isEqualTo(people.clock.instant());
        assertThat(people.mailbox.letters()).hasSize(1);
    }

    @Test
    void a_code_is_for_the_account_that_asked_and_the_address_it_was_sent_to() {
        Caller minh = people.caller("minh");
        emails.ask(lan, NEW, ASKER);
        String code = people.mailbox.code();

        refused("otp", () -> emails.confirm(minh, NEW, code, ASKER));
        refused("otp", () -> emails.confirm(lan, EmailAddress.of("other@example.com"), code, ASKER));
        refused("otp", () -> emails.confirm(lan, NEW, wrong(code), ASKER));
        emails.confirm(lan, NEW, code, ASKER);
        refused("otp", () -> emails.confirm(lan, NEW, code, ASKER));
    }

    @Test
    void whose_address_it_is_learns_that_it_was_claimed_and_the_claimer_learns_nothing() {
        Caller minh = people.caller("minh");
        change(minh, NEW);
        emails.ask(lan, NEW, ASKER);

        Letter letter = people.mailbox.next();
        assertThat(letter.to()).isEqualTo(NEW.text());
        assertThat(letter.subject()).isEqualTo("This address has an account already");
        refused("otp", () -> emails.confirm(lan, NEW, "000000", ASKER));
    }

    @Test
    void who_confirms_an_address_has_it_and_who_only_claims_it_learns_nothing() {
        Caller minh = people.caller("minh");
        Me before = people.profiles.me(lan);
        change(minh, OLD);

        assertThat(people.profiles.me(minh).email()).isEqualTo(OLD.text());
        assertThat(people.profiles.me(lan)).isEqualTo(before);
        people.recovery.forgot(OLD, ASKER);
        people.recovery.reset(OLD, people.mailbox.code(), "con đò bến cũ", ASKER);
        assertThat(people.accounts
                        .login(OLD.text(), "con đò bến cũ", ELSEWHERE)
                        .user()
                        .user()
                        .username())
                .isEqualTo("minh");
    }

    @Test
    void of_two_who_hold_a_code_for_one_address_the_first_gets_it() {
        Caller minh = people.caller("minh");
        emails.ask(lan, NEW, ASKER);
        String code = people.mailbox.code();
        change(minh, NEW);

        assertThatThrownBy(() -> emails.confirm(lan, NEW, code, ASKER))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void an_address_can_be_removed_and_is_told() {
        Me me = emails.remove(lan, ASKER);

        assertThat(me.email()).isNull();
        assertThat(me.emailVerifiedAt()).isNull();
        assertThat(people.mailbox.next().to()).isEqualTo(OLD.text());
    }

    @Test
    void an_account_may_have_five_mails_sent_an_hour() {
        for (int i = 0; i < 5; i++) {
            emails.ask(lan, EmailAddress.of("somebody%d@example.org".formatted(i)), ASKER);
        }
        assertThatThrownBy(() -> emails.ask(lan, NEW, ASKER)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(problem.retryAfter()).isEqualTo(Duration.ofHours(1));
        });

        people.clock.advance(Duration.ofHours(1));
        emails.ask(lan, NEW, ASKER);
    }

    private Me change(Caller who, EmailAddress address) {
        emails.ask(who, address, ASKER);
        return emails.confirm(who, address, people.mailbox.code(), ASKER);
    }
}
