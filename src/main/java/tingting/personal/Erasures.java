package tingting.personal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.account.AccountState;
import tingting.account.Closure;
import tingting.account.ClosureStore;
import tingting.account.StandingStore;
import tingting.cluster.Alarm;
import tingting.database.Database;
import tingting.friend.Friends;
import tingting.message.Recalls;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.room.Rooms;

/// Erases the accounts whose owners asked for it when their time of grace is over: of the account stays an id without
/// a name, so that rooms keep their order. What they wrote stays with those they wrote to, or is recalled, as they
/// chose; groups they leave.
///
/// It goes in small parts, each good on its own and good to be done twice: after a restart, or beside another node that
/// does the same, the rest is done. One account at a time, on one thread of its own.
public final class Erasures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int ROWS = 500;
    private static final int RECALLS = 100;

    private final Database database;
    private final Recalls recalls;
    private final Rooms rooms;
    private final Friends friends;
    private final InstantSource clock;
    private final ClosureStore closures = new ClosureStore();
    private final StandingStore standings = new StandingStore();
    private final Alarm alarm;
    private volatile boolean closing;

    public Erasures(Database database, Recalls recalls, Rooms rooms, Friends friends, InstantSource clock) {
        this.database = database;
        this.recalls = recalls;
        this.rooms = rooms;
        this.friends = friends;
        this.clock = clock;
        this.alarm = new Alarm("erasures", clock, this::eraseDue);
    }

    /// Erases whose time is over first; answers when the next one's is.
    Optional<Instant> eraseDue() {
        Optional<Closure> due = database.read(handle -> closures.due(handle, clock.instant()));
        due.ifPresent(this::erase);
        return closing ? Optional.empty() : database.read(closures::next);
    }

    private void erase(Closure closure) {
        UUID userId = closure.userId();
        if (!begin(userId)) {
            return;
        }
        if (closure.recallMessages()) {
            recallMessages(userId);
        }
        leaveGroups(userId);
        while (!closing && friends.partFromSome(userId)) {}
        Belongings.ERASED.forEach(rows -> delete(rows, userId));
        if (!closing) {
            database.run(handle -> {
                ErasureStore.strip(handle, userId);
                closures.finish(handle, userId, clock.instant());
            });
            LOG.info("The account {} was erased", userId);
        }
    }

    /// Whoever was faster: from here on nobody opens the account.
    private boolean begin(UUID userId) {
        return database.write(handle -> {
            boolean begun = closures.begin(handle, userId, clock.instant());
            if (begun) {
                standings.setState(handle, userId, AccountState.DELETED);
            }
            return begun;
        });
    }

    private void recallMessages(UUID userId) {
        UUID after = ErasureStore.FIRST;
        while (after != null && !closing) {
            UUID from = after;
            ErasureStore.Rooms some = database.read(handle -> ErasureStore.rooms(handle, userId, from));
            some.written().forEach(roomId -> recallMessages(userId, roomId));
            after = some.last();
        }
    }

    private void recallMessages(UUID userId, UUID roomId) {
        UUID after = ErasureStore.FIRST;
        List<ErasureStore.Written> some;
        do {
            UUID from = after;
            some = database.read(handle -> ErasureStore.written(handle, userId, roomId, from, RECALLS));
            List<CompletableFuture<?>> answers = new ArrayList<>();
            some.stream()
                    .filter(message -> !message.recalled())
                    .forEach(message -> answers.add(recalls.withdraw(message.messageId())));
            answers.forEach(Erasures::settle);
            after = some.isEmpty() ? after : some.getLast().place();
        } while (some.size() == RECALLS && !closing);
    }

    private void leaveGroups(UUID userId) {
        Caller gone = new Caller(userId, ErasureStore.FIRST);
        UUID after = ErasureStore.FIRST;
        while (!closing) {
            UUID from = after;
            Optional<UUID> group = database.read(handle -> ErasureStore.group(handle, userId, from));
            if (group.isEmpty()) {
                return;
            }
            settle(rooms.leave(gone, group.get()));
            after = group.get();
        }
    }

    /// A room that was deleted a moment ago is no failure.
    private static void settle(CompletableFuture<?> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Problem problem) || problem.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void delete(Belongings.Rows rows, UUID userId) {
        while (!closing && database.write(handle -> ErasureStore.delete(handle, rows, userId, ROWS)) == ROWS) {}
    }

    /// Ends after the part that is being done.
    @Override
    public void close() {
        closing = true;
        alarm.close();
    }
}
