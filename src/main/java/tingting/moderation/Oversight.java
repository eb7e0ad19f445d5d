package tingting.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tingting.account.AccountStanding;
import tingting.account.AccountState;
import tingting.account.Accounts;
import tingting.account.ClosureStore;
import tingting.account.Profiles;
import tingting.account.SecondFactorChanges;
import tingting.account.ServerRole;
import tingting.account.StandingStore;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Json;
import tingting.protocol.Patch;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;
import tingting.session.Sessions;

/// What those in charge do with accounts. Each verb checks, writes and notes itself in one transaction, and reaches
/// the sockets of the person it is about before it returns. All block.
public final class Oversight {
    private final Database database;
    private final Bus bus;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Profiles profiles;
    private final SecondFactorChanges secondFactors;
    private final Audit audit;
    private final InstantSource clock;
    private final StandingStore standings = new StandingStore();
    private final ClosureStore closures = new ClosureStore();

    public Oversight(
            Database database,
            Bus bus,
            Sessions sessions,
            Accounts accounts,
            Profiles profiles,
            SecondFactorChanges secondFactors,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.sessions = sessions;
        this.accounts = accounts;
        this.profiles = profiles;
        this.secondFactors = secondFactors;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a change came to.
    ///
    /// @param ended the sessions that it ended
    private record Changed(AccountStanding before, AccountStanding after, List<UUID> ended) {}

    /// Changes somebody's role, closes or opens their account, or mutes them: all of it, or nothing.
    ///
    /// @throws Problem `forbidden` for what the agent's role does not allow, `not_found` for nobody, `conflict`
    ///     when no admin would be left, `invalid_request` for a mute that is over before it begins
    public AccountStanding change(Agent agent, UUID userId, AccountChange wish) {
        Changed changed = database.write(handle -> change(handle, agent, userId, wish));
        tell(changed);
        return changed.after;
    }

    private Changed change(Handle handle, Agent agent, UUID userId, AccountChange wish) {
        Office office = Office.of(handle, agent);
        wish.role().ifPresent(role -> office.require(Power.CHANGE_ROLES));
        wish.state().ifPresent(state -> office.require(Power.CLOSE_ACCOUNTS));
        office.require(Power.MUTE);
        AccountStanding before = standings.find(handle, userId).orElseThrow(Problem::notFound);
        office.requireOver(before.role());

        wish.role().filter(role -> role != before.role()).ifPresent(role -> appoint(handle, agent, before, role));
        List<UUID> ended = wish.state()
                .filter(state -> state != before.state() || before.reopenable())
                .map(state -> close(handle, agent, before, state))
                .orElse(List.of());
        switch (wish.mutedUntil()) {
            case Patch.Absent<Instant> _ -> {}
            case Patch.Cleared<Instant> _ -> mute(handle, agent, before, null);
            case Patch.Value<Instant>(Instant until) -> mute(handle, agent, before, until);
        }
        return new Changed(before, standings.find(handle, userId).orElseThrow(), ended);
    }

    private void appoint(Handle handle, Agent agent, AccountStanding before, ServerRole role) {
        if (role != ServerRole.ADMIN) {
            standings.requireAnotherAdmin(handle, before.userId());
        }
        standings.setRole(handle, before.userId(), role);
        Map<String, String> words = Map.of("from", before.role().wire(), "to", role.wire());
        audit.record(handle, agent, Act.on(before.userId(), AuditAction.ROLE_CHANGED, words));
    }

    /// Closes an account against its owner as well, or opens it whoever closed it. Answers the sessions that end with
    /// it.
    private List<UUID> close(Handle handle, Agent agent, AccountStanding before, AccountState state) {
        UUID userId = before.userId();
        if (before.erased()) {
            throw Problem.conflict("This account was erased at the wish of its owner.");
        }
        AuditAction action = switch (state) {
            case ACTIVE -> AuditAction.ACCOUNT_ENABLED;
            case DISABLED -> AuditAction.ACCOUNT_DISABLED;
            case DELETED -> AuditAction.ACCOUNT_DELETED;
        };
        if (state != AccountState.ACTIVE) {
            standings.requireAnotherAdmin(handle, userId);
        }
        standings.setState(handle, userId, state);
        if (state == AccountState.ACTIVE) {
            closures.remove(handle, userId);
        } else {
            closures.seal(handle, userId);
        }
        audit.record(handle, agent, Act.on(userId, action, Map.of()));
        return state == AccountState.ACTIVE ? List.of() : sessions.endAll(handle, userId, List.of());
    }

    private void mute(Handle handle, Agent agent, AccountStanding before, @Nullable Instant until) {
        if (until == null) {
            if (before.mutedUntil() != null) {
                standings.mute(handle, before.userId(), null);
                audit.record(handle, agent, Act.on(before.userId(), AuditAction.UNMUTED, Map.of()));
            }
            return;
        }
        if (!until.isAfter(clock.instant())) {
            throw Problem.invalidField("muted_until", "must be a time to come");
        }
        standings.mute(handle, before.userId(), until);
        audit.record(handle, agent, Act.on(before.userId(), AuditAction.MUTED, Map.of("until", Json.time(until))));
    }

    private void tell(Changed changed) {
        AccountStanding now = changed.after;
        sessions.announceEnd(now.userId(), changed.ended);
        if (now.equals(changed.before)) {
            return;
        }
        var body = new UserEvent.AccountChanged(now.role().wire(), now.mutedUntil());
        bus.publish(new UserEvent(now.userId(), body));
        if (now.state() != changed.before.state()) {
            profiles.announce(now.userId());
        }
    }

    /// Gives somebody another password and signs them out everywhere.
    ///
    /// @throws Problem `invalid_request` for a password that may not be one, else as [#change]
    public void resetPassword(Agent agent, UUID userId, String password) {
        String hash = accounts.hash(password);
        List<UUID> ended = database.write(handle -> {
            Office office = Office.require(handle, agent, Power.RESET_PASSWORDS);
            office.requireOver(standings
                    .find(handle, userId)
                    .orElseThrow(Problem::notFound)
                    .role());
            audit.record(handle, agent, Act.on(userId, AuditAction.PASSWORD_RESET, Map.of()));
            return accounts.replacePassword(handle, userId, hash);
        });
        sessions.announceEnd(userId, ended);
    }

    /// Switches off somebody's second factor, for who has lost all of it. Nothing happens when it is not on.
    ///
    /// @throws Problem as [#change]
    public void removeSecondFactor(Agent agent, UUID userId) {
        boolean removed = database.write(handle -> {
            Office office = Office.require(handle, agent, Power.REMOVE_SECOND_FACTORS);
            office.requireOver(standings
                    .find(handle, userId)
                    .orElseThrow(Problem::notFound)
                    .role());
            boolean on = secondFactors.remove(handle, userId);
            if (on) {
                audit.record(handle, agent, Act.on(userId, AuditAction.SECOND_FACTOR_REMOVED, Map.of()));
            }
            return on;
        });
        if (removed) {
            secondFactors.announceRemoval(userId);
        }
    }

    /// Admins and moderators, admins first.
    public List<AccountStanding> staff(Agent agent) {
        return database.read(handle -> {
            Office.require(handle, agent, Power.SEE_PEOPLE);
            return standings.staff(handle);
        });
    }

    /// The account with this username, closed or not.
    public Optional<AccountStanding> named(Agent agent, String username) {
        return database.read(handle -> {
            Office.require(handle, agent, Power.SEE_PEOPLE);
            return standings.named(handle, username);
        });
    }
}
