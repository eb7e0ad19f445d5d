package tingting.account;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;
import static tingting.testing.TestPeople.ASKER;
import static tingting.testing.TestPeople.DEVICE;
import static tingting.testing.TestPeople.ERASURE_GRACE;
import static tingting.testing.TestPeople.PASSWORD;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.moderation.AccountChange;
import tingting.moderation.Agent;
import tingting.moderation.Audit;
import tingting.moderation.Oversight;
import tingting.notice.Letter;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.UserEvent;
import tingting.testing.TestPeople;

class ClosuresTest {
    private static final Agent OPERATOR = new Agent.Operator("root");
    private static final Proof PROOF = new Proof(Optional.of(PASSWORD), Optional.empty());
    private static final Proof NONE = new Proof(Optional.empty(), Optional.empty());
    private static final EmailAddress EMAIL = EmailAddress.of("lan@example.org");

    private final TestPeople people = new TestPeople();
    private final Caller lan = people.signUp("lan", EMAIL.text()).tokens().caller();
    private final Caller minh = people.caller("minh");
    private final Oversight oversight = new Oversight(
            people.database,
            people.bus,
            people.sessions,
            people.accounts,
            people.profiles,
            people.secondFactorChanges,
            new Audit(people.database, people.ids, people.clock),
            people.clock);

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void who_deactivated_their_account_comes_back_by_saying_so_and_finds_all_as_it_was() {
        befriend();
        people.closures.deactivate(lan, PROOF, ASKER);

        assertRefused(() -> people.signIn("lan"), ErrorCode.ACCOUNT_CLOSED);
        Caller back = reopen().tokens().caller();

        assertThat(people.friends.list(back, 10, Optional.empty()).items())
                .extracting(friend -> friend.user().username())
                .containsExactly("minh");
        assertThat(people.signIn("lan").user().user().username()).isEqualTo("lan");
    }

    @Test
    void only_the_right_password_tells_that_an_account_is_closed() {
        people.closures.deactivate(lan, PROOF, ASKER);

        assertRefused(() -> people.accounts.login("lan", "not the password", DEVICE), ErrorCode.INVALID_CREDENTIALS);
        assertRefused(
                () -> people.closures.reopen("lan", "not the password", Optional.empty(), DEVICE),
                ErrorCode.INVALID_CREDENTIALS);
    }

    @Test
    void a_session_that_ended_meanwhile_closes_nothing_though_its_password_was_right() {
        people.sessions.logout(lan);

        assertRefused(() -> people.closures.deactivate(lan, PROOF, ASKER), ErrorCode.UNAUTHENTICATED);
        assertRefused(() -> people.closures.erase(lan, PROOF, false, ASKER), ErrorCode.UNAUTHENTICATED);
        assertThat(people.signIn("lan").user().user().username()).isEqualTo("lan");
    }

    @Test
    void friends_see_an_account_close_and_open() {
        befriend();
        people.closures.deactivate(lan, PROOF, ASKER);
        reopen();

        assertThat(people.told(minh))
                .filteredOn(UserEvent.ProfileUpdated.class::isInstance)
                .extracting(told -> ((UserEvent.ProfileUpdated) told).closed())
                .containsExactly(true, false);
    }

    @Test
    void closing_takes_the_password_even_of_a_session_that_has_just_begun() {
        assertRefused(() -> people.closures.deactivate(lan, NONE, ASKER), ErrorCode.INVALID_REQUEST);
        assertRefused(() -> people.closures.erase(lan, NONE, false, ASKER), ErrorCode.INVALID_REQUEST);
        Proof wrong = new Proof(Optional.of("not the password"), Optional.empty());
        assertRefused(() -> people.closures.erase(lan, wrong, false, ASKER), ErrorCode.INVALID_CREDENTIALS);

        assertThat(people.profiles.me(lan).user().username()).isEqualTo("lan");
    }

    @Test
    void the_owner_is_told_by_mail_how_long_there_is_to_come_back_and_that_somebody_did() {
        confirmEmail();
        Instant eraseAt = people.closures.erase(lan, PROOF, false, ASKER);

        assertThat(eraseAt).isEqualTo(people.clock.instant().plus(ERASURE_GRACE));
        Letter told = people.mailbox.next();
        assertThat(told.to()).isEqualTo(EMAIL.text());
        assertThat(told.text()).contains("in 14 days");
        reopen();
        assertThat(people.mailbox.next().subject()).isEqualTo("Your account is open again");
    }

    @Test
    void who_has_forgotten_the_password_of_a_closed_account_gets_a_code_and_comes_back() {
        confirmEmail();
        people.closures.deactivate(lan, PROOF, ASKER);
        people.mailbox.next();

        people.recovery.forgot(EMAIL, ASKER);
        people.recovery.reset(EMAIL, people.mailbox.code(), "con đò bến cũ", ASKER);

        assertThat(people.closures
                        .reopen("lan", "con đò bến cũ", Optional.empty(), DEVICE)
                        .user()
                        .email())
                .isEqualTo(EMAIL.text());
    }

    @Test
    void the_only_admin_cannot_go() {
        oversight.change(OPERATOR, lan.userId(), AccountChange.to(ServerRole.ADMIN));

        assertRefused(() -> people.closures.deactivate(lan, PROOF, ASKER), ErrorCode.CONFLICT);
        assertRefused(() -> people.closures.erase(lan, PROOF, true, ASKER), ErrorCode.CONFLICT);
    }

    @Test
    void whom_an_admin_closes_out_while_they_are_away_does_not_come_back_until_an_admin_says_so() {
        people.closures.erase(lan, PROOF, false, ASKER);
        oversight.change(OPERATOR, lan.userId(), AccountChange.to(AccountState.DISABLED));

        assertRefused(this::reopen, ErrorCode.INVALID_CREDENTIALS);
        oversight.change(OPERATOR, lan.userId(), AccountChange.to(AccountState.ACTIVE));

        assertThat(people.signIn("lan").user().user().username()).isEqualTo("lan");
        List<?> due = people.database.read(handle -> new ClosureStore()
                .due(handle, people.clock.instant().plus(ERASURE_GRACE)).stream()
                        .toList());
        assertThat(due).as("who was let back in is not erased").isEmpty();
    }

    private SignedIn reopen() {
        return people.closures.reopen("lan", PASSWORD, Optional.empty(), DEVICE);
    }

    private void befriend() {
        people.friends.request(lan, minh.userId());
        people.friends.accept(minh, lan.userId());
    }

    private void confirmEmail() {
        people.emailChanges.ask(lan, EMAIL, ASKER);
        people.emailChanges.confirm(lan, EMAIL, people.mailbox.code(), ASKER);
    }
}
