package tingting.moderation;

import org.jdbi.v3.core.Handle;
import tingting.account.ServerRole;
import tingting.account.StandingStore;
import tingting.protocol.Problem;

/// What an agent is, read inside the transaction that acts: who was demoted a moment ago can do no more.
record Office(Agent agent, ServerRole role) {
    private static final StandingStore STANDINGS = new StandingStore();

    static Office of(Handle handle, Agent agent) {
        return switch (agent) {
            case Agent.Operator operator -> new Office(operator, ServerRole.ADMIN);
            case Agent.Person person ->
                new Office(
                        person, STANDINGS.role(handle, person.caller().userId()).orElseThrow(Problem::unauthenticated));
        };
    }

    /// The office of an agent who has that power.
    ///
    /// @throws Problem `forbidden` when it is not theirs
    static Office require(Handle handle, Agent agent, Power power) {
        Office office = of(handle, agent);
        office.require(power);
        return office;
    }

    boolean has(Power power) {
        return power.isOf(role);
    }

    /// @throws Problem `forbidden` when it is not theirs
    void require(Power power) {
        if (!has(power)) {
            throw Problem.forbidden("Your role does not allow this.");
        }
    }

    /// Whether they may act on somebody with that role: admins on everybody, others on those below them.
    boolean isOver(ServerRole other) {
        return role == ServerRole.ADMIN || role.compareTo(other) < 0;
    }

    /// @throws Problem `forbidden` when that role is not below theirs
    void requireOver(ServerRole other) {
        if (!isOver(other)) {
            throw Problem.forbidden("Only an admin acts on those in charge.");
        }
    }
}
