package tingting.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestChat.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.account.AccountStanding;
import tingting.account.AccountState;
import tingting.account.ServerRole;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;
import tingting.session.Sessions;
import tingting.testing.TestPeople;

class OversightTest {
    private static final Agent OPERATOR = new Agent.Operator("root");

    private final TestPeople people = new TestPeople();
    private final Audit audit = new Audit(people.database, people.ids, people.clock);
    private final Oversight oversight = new Oversight(
            people.database,
            people.bus,
            people.sessions,
            people.accounts,
            people.profiles,
            people.secondFactorChanges,
            audit,
            people.clock);
    private final Caller lan = people.caller("lan");
    private final Caller minh = people.caller("minh");

    @AfterEach
    void close() {
        people.close();
    }

    private static Agent agent(Caller caller) {
        return new Agent.Person(caller, "127.0.0.1");
    }

    private void appoint(Caller person, ServerRole role) {
        oversight.change(OPERATOR, person.userId(), AccountChange.to(role));
    }

    @Test
    void two_admins_who_dismiss_each_other_at_once_leave_one() {
        for (int round = 0; round < 10; round++) {
            appoint(lan, ServerRole.ADMIN);
            appoint(minh, ServerRole.ADMIN);
            var one = dismissing(lan, minh);
            var other = dismissing(minh, lan);
            List<Problem> refusals = new ArrayList<>();
            for (CompletableFuture<?> attempt : List.of(one, other)) {
                try {
                    attempt.join();
                } catch (CompletionException e) {
                    refusals.add((Problem) e.getCause());
                }
            }
            assertThat(refusals).hasSize(1);
            assertThat(oversight.staff(OPERATOR)).hasSize(1);
        }
    }

    private CompletableFuture<?> dismissing(Caller agent, Caller person) {
        return CompletableFuture.runAsync(
                () -> oversight.change(agent(agent), person.userId(), AccountChange.to(ServerRole.USER)),
                Thread::startVirtualThread);
    }

    @Test
    void what_changes_nothing_is_neither_noted_nor_told() {
        appoint(lan, ServerRole.MODERATOR);
        people.heard.clear();
        AccountStanding same = oversight.change(OPERATOR, lan.userId(), AccountChange.to(ServerRole.MODERATOR));
        oversight.change(OPERATOR, lan.userId(), AccountChange.to(AccountState.ACTIVE));
        assertThat(same.role()).isEqualTo(ServerRole.MODERATOR);
        assertThat(people.heard).isEmpty();
        assertThat(oversight.staff(OPERATOR)).hasSize(1);
        assertThat(entries()).isEqualTo(1);
    }

    private long entries() {
        return people.database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM tb_audit")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void a_closed_account_s_sessions_end_on_every_node() {
        Sessions elsewhere = people.anotherNode();
        List<UserEvent.Body> told = new ArrayList<>();
        people.bus.subscribe(event -> {
            elsewhere.receive(event);
            told.add(((UserEvent) event).body());
        });
        String token = people.signIn("minh").tokens().accessToken();
        assertThat(elsewhere.authenticate(token).userId()).isEqualTo(minh.userId());

        oversight.change(OPERATOR, minh.userId(), AccountChange.to(AccountState.DELETED));

        assertRefused(() -> elsewhere.authenticate(token), ErrorCode.UNAUTHENTICATED);
        assertRefused(() -> people.signIn("minh"), ErrorCode.INVALID_CREDENTIALS);
        assertThat(told).hasAtLeastOneElementOfType(UserEvent.SessionRevoked.class);
    }

    @Test
    void an_admin_whose_account_was_closed_decides_nothing_more() {
        appoint(lan, ServerRole.ADMIN);
        appoint(minh, ServerRole.ADMIN);
        oversight.change(agent(lan), minh.userId(), AccountChange.to(AccountState.DISABLED));
        assertRefused(
                () -> oversight.change(agent(minh), lan.userId(), AccountChange.to(AccountState.DISABLED)),
                ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void a_refused_change_leaves_nothing_behind() {
        appoint(lan, ServerRole.ADMIN);
        long before = entries();
        assertRefused(
                () -> oversight.change(agent(lan), lan.userId(), AccountChange.to(ServerRole.USER)),
                ErrorCode.CONFLICT);
        assertThat(entries()).isEqualTo(before);
        assertThat(oversight.staff(OPERATOR)).hasSize(1);
    }
}
