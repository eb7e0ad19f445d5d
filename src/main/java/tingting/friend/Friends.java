package tingting.friend;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tingting.account.Profiles;
import tingting.account.User;
import tingting.account.UserStore;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Ids;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// Friendships: asked for by one, accepted or declined by the other, ended by either. Both are told of each step, on
/// all their devices. Safe from any thread; every verb blocks.
public final class Friends {
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Bus bus;
    private final Profiles profiles;
    private final Ids ids;
    private final Clock clock;
    private final FriendStore store = new FriendStore();
    private final UserStore users = new UserStore();

    public Friends(Database database, Bus bus, Profiles profiles, Ids ids, Clock clock) {
        this.database = database;
        this.bus = bus;
        this.profiles = profiles;
        this.ids = ids;
        this.clock = clock;
    }

    /// The caller's friends, by username.
    public Page<Friend> list(Caller caller, int limit, Optional<String> cursor) {
        return profiles.join(
                caller,
                ties(caller, Tie.ACCEPTED, limit, cursor),
                Tie::person,
                (tie, user) -> new Friend(tie.person(), user, tie.since()));
    }

    /// The requests that wait for an answer, of the caller's and to the caller, by username.
    public Page<FriendRequest> requests(Caller caller, int limit, Optional<String> cursor) {
        return profiles.join(caller, ties(caller, Tie.PENDING, limit, cursor), Tie::person, Friends::request);
    }

    /// Asks somebody to be friends. Asking again changes nothing; asking someone who has asked is accepting.
    ///
    /// @throws Problem `not_found`, `blocked` when either has blocked the other, `conflict` when they are friends
    public FriendRequest request(Caller caller, UUID userId) {
        if (userId.equals(caller.userId())) {
            throw Problem.invalidField("user_id", "is your own");
        }
        UUID requestId = ids.next();
        Instant now = clock.instant();
        record Asked(Tie tie, boolean changed) {}
        Asked asked = database.write(handle -> {
            users.active(handle, userId).orElseThrow(Problem::notFound);
            if (store.blocked(handle, caller.userId(), userId)) {
                throw Problem.of(ErrorCode.BLOCKED, "There is a block between you and this person.");
            }
            Optional<Tie> before = store.friendship(handle, caller.userId(), userId);
            if (before.isEmpty()) {
                store.ask(handle, requestId, caller.userId(), userId, now);
            } else if (before.get().accepted()) {
                throw Problem.conflict("You are friends already.");
            } else if (before.get().mine()) {
                return new Asked(before.get(), false);
            } else {
                store.accept(handle, userId, caller.userId(), now);
            }
            return new Asked(store.friendship(handle, caller.userId(), userId).orElseThrow(), true);
        });
        if (asked.changed()) {
            tellAsked(caller.userId(), asked.tie());
        }
        return request(asked.tie(), profiles.user(caller, userId));
    }

    private void tellAsked(UUID asker, Tie tie) {
        if (tie.accepted()) {
            tellAccepted(asker, tie.person());
        } else {
            bus.publish(new UserEvent(tie.person(), new UserEvent.FriendRequest(asker)));
        }
    }

    /// Accepts a request made of the caller.
    ///
    /// @param id of the request, or of who made it
    /// @throws Problem `not_found` when no such request waits for the caller
    public Friend accept(Caller caller, UUID id) {
        Instant now = clock.instant();
        UUID asker = database.write(handle -> {
            Tie tie = store.incoming(handle, caller.userId(), id).orElseThrow(Problem::notFound);
            store.accept(handle, tie.person(), caller.userId(), now);
            return tie.person();
        });
        tellAccepted(caller.userId(), asker);
        return new Friend(asker, profiles.user(caller, asker), now);
    }

    /// Declines a request made of the caller: it is as if it had never been made.
    ///
    /// @param id of the request, or of who made it
    /// @throws Problem `not_found` when no such request waits for the caller
    public void decline(Caller caller, UUID id) {
        UUID asker = database.write(handle -> {
            Tie tie = store.incoming(handle, caller.userId(), id).orElseThrow(Problem::notFound);
            store.part(handle, caller.userId(), tie.person());
            return tie.person();
        });
        tellParted(caller.userId(), asker);
    }

    /// Ends a friendship, or takes an own request back.
    ///
    /// @throws Problem `not_found` when there is neither
    public void remove(Caller caller, UUID userId) {
        database.run(handle -> {
            store.friendship(handle, caller.userId(), userId)
                    .filter(tie -> tie.accepted() || tie.mine())
                    .orElseThrow(Problem::notFound);
            store.part(handle, caller.userId(), userId);
        });
        tellParted(caller.userId(), userId);
    }

    /// Ends some of the friendships, requests and blocks of who is gone for good, whoever they came from; false when
    /// there were none left.
    public boolean partFromSome(UUID userId) {
        List<UUID> others = database.write(handle -> {
            List<UUID> some = store.tied(handle, userId, AT_ONCE);
            some.forEach(other -> store.forget(handle, userId, other));
            return some;
        });
        others.forEach(other -> bus.publish(new UserEvent(other, new UserEvent.FriendRemoved(userId))));
        return !others.isEmpty();
    }

    private void tellAccepted(UUID one, UUID other) {
        bus.publish(new UserEvent(one, new UserEvent.FriendAccepted(other)));
        bus.publish(new UserEvent(other, new UserEvent.FriendAccepted(one)));
    }

    private void tellParted(UUID one, UUID other) {
        bus.publish(new UserEvent(one, new UserEvent.FriendRemoved(other)));
        bus.publish(new UserEvent(other, new UserEvent.FriendRemoved(one)));
    }

    private Page<Tie> ties(Caller caller, String status, int limit, Optional<String> cursor) {
        return database.read(handle -> store.list(handle, caller.userId(), status, limit, cursor));
    }

    private static FriendRequest request(Tie tie, User person) {
        return new FriendRequest(
                Objects.requireNonNull(tie.requestId()),
                tie.person(),
                person,
                tie.mine() ? "outgoing" : "incoming",
                tie.status(),
                tie.since());
    }
}
