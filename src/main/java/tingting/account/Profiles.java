package tingting.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.presence.Presences;
import tingting.presence.Presences.Seen;
import tingting.protocol.Caller;
import tingting.protocol.Page;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// Who people are: one's own profile, those of others, and finding them. Safe from any thread; every verb blocks.
public final class Profiles {
    private final Database database;
    private final Bus bus;
    private final Presences presences;
    private final AccountStore accounts = new AccountStore();
    private final UserStore store = new UserStore();
    private final UserSearch search = new UserSearch();

    public Profiles(Database database, Bus bus, Presences presences) {
        this.database = database;
        this.bus = bus;
        this.presences = presences;
    }

    /// @throws Problem `unauthenticated` when the account has been closed since
    public Me me(Caller caller) {
        return database.read(handle -> store.me(handle, caller.userId())).orElseThrow(Problem::unauthenticated);
    }

    /// What only its owner sees of an active account; for what is done in their name.
    public Optional<Me> owner(UUID userId) {
        return database.read(handle -> store.me(handle, userId));
    }

    /// Changes one's own profile, and tells oneself, one's friends and those one has a direct room with.
    ///
    /// @throws Problem `invalid_request` naming the field, or `conflict` when the phone number is taken
    public Me change(Caller caller, ProfileChange wish) {
        record Changed(Me before, Me after, List<UUID> acquaintances) {}
        Changed changed = database.write(handle -> {
            Me before = store.me(handle, caller.userId()).orElseThrow(Problem::unauthenticated);
            Me after = wish.applyTo(before);
            if (after.equals(before)) {
                return new Changed(before, after, List.of());
            }
            accounts.requireFree(handle, caller.userId(), null, null, UserStore.phoneKey(after));
            store.update(handle, after);
            return new Changed(before, after, store.acquaintances(handle, caller.userId()));
        });
        User now = changed.after().user();
        if (!changed.after().equals(changed.before())) {
            tell(caller.userId(), now);
        }
        if (!now.equals(changed.before().user())) {
            changed.acquaintances().forEach(person -> tell(person, now));
        }
        return changed.after();
    }

    /// Tells friends and those in direct rooms with somebody what their profile is now: an account was closed or
    /// opened.
    public void announce(UUID userId) {
        record Known(List<User> user, List<UUID> acquaintances) {}
        Known known = database.read(handle -> new Known(
                List.copyOf(store.users(handle, List.of(userId)).values()), store.acquaintances(handle, userId)));
        known.user.forEach(user -> known.acquaintances.forEach(person -> tell(person, user)));
    }

    /// Tells somebody how a profile is now.
    void tell(UUID person, User user) {
        bus.publish(new UserEvent(
                person,
                new UserEvent.ProfileUpdated(
                        user.userId(),
                        user.username(),
                        user.displayName(),
                        user.avatarUrl(),
                        user.bio(),
                        user.statusText(),
                        user.closed())));
    }

    /// @throws Problem `not_found` when nobody active has this id
    public User user(Caller caller, UUID userId) {
        User user = database.read(handle -> store.active(handle, userId)).orElseThrow(Problem::notFound);
        return user.with(presences.seenBy(caller.userId(), List.of(userId)).get(userId));
    }

    /// These people with their presence, as the caller may see it; unknown ids are left out.
    public Map<UUID, User> users(Caller caller, Collection<UUID> ids) {
        Map<UUID, User> found = database.read(handle -> store.users(handle, ids));
        Map<UUID, Seen> seen = presences.seenBy(caller.userId(), found.keySet());
        Map<UUID, User> shown = new HashMap<>();
        found.forEach((id, user) -> shown.put(id, user.with(seen.get(id))));
        return shown;
    }

    /// The same page with each item's person put beside it.
    ///
    /// @param person the id of somebody who exists
    public <T, R> Page<R> join(Caller caller, Page<T> page, Function<T, UUID> person, BiFunction<T, User, R> joined) {
        Map<UUID, User> people = users(caller, page.items().stream().map(person).toList());
        return page.map(item -> joined.apply(item, Objects.requireNonNull(people.get(person.apply(item)))));
    }

    /// Finds people by the beginning of their username or of a word of their display name; everybody when `query` is
    /// empty.
    public Page<User> search(Caller caller, String query, int limit, Optional<String> cursor) {
        Page<UUID> page = database.read(handle -> search.find(handle, caller.userId(), query, limit, cursor));
        return join(caller, page, id -> id, (id, user) -> user);
    }
}
