package tingting;

import java.util.List;
import java.util.stream.Collectors;
import tingting.account.AccountStanding;
import tingting.account.AccountState;
import tingting.account.ServerRole;
import tingting.moderation.AccountChange;
import tingting.moderation.Agent;
import tingting.moderation.Oversight;
import tingting.protocol.Problem;

/// Carries out an operator's orders: in the running server, or in `tingting admin` itself when no server runs.
final class AdminDesk {
    private final Oversight oversight;

    AdminDesk(Oversight oversight) {
        this.oversight = oversight;
    }

    /// Does it and answers what to print. Blocks.
    ///
    /// @param account the operator's name in the operating system
    /// @throws Problem with a sentence why not
    String carryOut(AdminOrder order, String account) {
        Agent operator = new Agent.Operator(account);
        return switch (order) {
            case AdminOrder.Appoint(String username, ServerRole role) -> {
                AccountStanding now =
                        oversight.change(operator, named(operator, username).userId(), AccountChange.to(role));
                yield "%s is %s now.".formatted(now.username(), withArticle(now.role()));
            }
            case AdminOrder.ListStaff() -> list(oversight.staff(operator));
            case AdminOrder.ResetPassword(String username, String password) -> {
                AccountStanding person = named(operator, username);
                oversight.resetPassword(operator, person.userId(), password);
                yield "%s has a new password and is signed out everywhere.".formatted(person.username());
            }
            case AdminOrder.RemoveSecondFactor(String username) -> {
                AccountStanding person = named(operator, username);
                oversight.removeSecondFactor(operator, person.userId());
                yield "%s signs in with the password alone now.".formatted(person.username());
            }
            case AdminOrder.Disable(String username, boolean deleted) -> {
                AccountState state = deleted ? AccountState.DELETED : AccountState.DISABLED;
                AccountStanding now =
                        oversight.change(operator, named(operator, username).userId(), AccountChange.to(state));
                yield "%s is %s now and signed out everywhere.".formatted(now.username(), state.wire());
            }
            case AdminOrder.Enable(String username) -> {
                AccountStanding now = oversight.change(
                        operator, named(operator, username).userId(), AccountChange.to(AccountState.ACTIVE));
                yield "%s can sign in again.".formatted(now.username());
            }
        };
    }

    private AccountStanding named(Agent operator, String username) {
        return oversight
                .named(operator, username)
                .orElseThrow(() -> Problem.invalid("There is nobody with the username “%s”.".formatted(username)));
    }

    private static String withArticle(ServerRole role) {
        return (role == ServerRole.ADMIN ? "an " : "a ") + role.wire();
    }

    private static String list(List<AccountStanding> staff) {
        if (staff.isEmpty()) {
            return "Nobody is in charge yet. “tingting admin grant USER admin” appoints somebody.";
        }
        int width =
                staff.stream().mapToInt(one -> one.username().length()).max().orElse(0);
        return staff.stream()
                .map(one -> ("%-" + width + "s  %-9s  %s")
                        .formatted(
                                one.username(), one.role().wire(), one.state().wire()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
