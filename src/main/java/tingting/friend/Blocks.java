package tingting.friend;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import tingting.account.Profiles;
import tingting.account.User;
import tingting.account.UserStore;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// Blocks: one person's decision, felt by both, at once. It ends a friendship, and both look offline to each other.
/// Safe from any thread; every verb blocks.
public final class Blocks {
    private final Database database;
    private final Bus bus;
    private final Profiles profiles;
    private final Clock clock;
    private final FriendStore store = new FriendStore();
    private final UserStore users = new UserStore();

    public Blocks(Database database, Bus bus, Profiles profiles, Clock clock) {
        this.database = database;
        this.bus = bus;
        this.profiles = profiles;
        this.clock = clock;
    }

    /// Whom the caller has blocked, by username.
    public Page<Block> list(Caller caller, int limit, Optional<String> cursor) {
        Page<Tie> ties = database.read(handle -> store.list(handle, caller.userId(), Tie.BLOCKED, limit, cursor));
        return answer(caller, ties);
    }

    /// Whether either of the two has blocked the other.
    public boolean between(UUID one, UUID other) {
        return database.read(handle -> store.blocked(handle, one, other));
    }

    /// What a block did.
    private record Blocked(Tie block, boolean changed, boolean parted) {}

    /// Blocks somebody; nothing changes when they are blocked already.
    ///
    /// @throws Problem `not_found` when there is no such person
    public Block block(Caller caller, UUID userId) {
        if (userId.equals(caller.userId())) {
            throw Problem.invalidField("user_id", "is your own");
        }
        Instant now = clock.instant();
        Blocked blocked = database.write(handle -> block(handle, caller.userId(), userId, now));
        if (blocked.parted()) {
            tellBoth(caller.userId(), userId, UserEvent.FriendRemoved::new);
        }
        if (blocked.changed()) {
            tellBoth(caller.userId(), userId, person -> new UserEvent.Presence(person, "offline", null));
        }
        return answer(caller, Page.all(List.of(blocked.block()))).items().getFirst();
    }

    private Blocked block(Handle handle, UUID blocker, UUID blocked, Instant now) {
        if (!users.exists(handle, blocked)) {
            throw Problem.notFound();
        }
        Optional<Tie> before = store.block(handle, blocker, blocked);
        if (before.isPresent()) {
            return new Blocked(before.get(), false, false);
        }
        boolean parted = store.friendship(handle, blocker, blocked).isPresent();
        if (parted) {
            store.part(handle, blocker, blocked);
        }
        store.block(handle, blocker, blocked, now);
        return new Blocked(store.block(handle, blocker, blocked).orElseThrow(), true, parted);
    }

    /// Takes a block back. What it ended stays ended.
    ///
    /// @throws Problem `not_found` when there is none of the caller's
    public void unblock(Caller caller, UUID userId) {
        database.run(handle -> {
            store.block(handle, caller.userId(), userId).orElseThrow(Problem::notFound);
            store.unblock(handle, caller.userId(), userId);
        });
    }

    private void tellBoth(UUID one, UUID other, Function<UUID, UserEvent.Body> about) {
        bus.publish(new UserEvent(one, about.apply(other)));
        bus.publish(new UserEvent(other, about.apply(one)));
    }

    private Page<Block> answer(Caller caller, Page<Tie> ties) {
        return profiles.join(
                caller, ties, Tie::person, (Tie tie, User user) -> new Block(tie.person(), user, tie.since()));
    }
}
