package tingting.message;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tingting.cluster.Alarm;
import tingting.database.Database;
import tingting.protocol.ErrorCode;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;

/// Recalls messages when their time is over, through the journal like every recall: members hear of it, and nothing
/// of the text is left. Each node does so; a message that another node was faster with is recalled already, which
/// changes nothing.
public final class Disappearing implements AutoCloseable {
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Recalls recalls;
    private final InstantSource clock;
    private final Alarm alarm;

    public Disappearing(Database database, Recalls recalls, InstantSource clock) {
        this.database = database;
        this.recalls = recalls;
        this.clock = clock;
        this.alarm = new Alarm("disappearing", clock, this::recallExpired);
    }

    /// Notes a change of a room: a new message may be the next whose time is over. Never blocks; any thread.
    public void changed(RoomEvent event) {
        if (event.body() instanceof RoomEvent.NewMessage(var message) && message.expiresAt() != null) {
            alarm.ringAt(message.expiresAt());
        }
    }

    /// Recalls what is over, up to [#AT_ONCE]; answers when the next is.
    Optional<Instant> recallExpired() {
        List<CompletableFuture<ChangeReceipt>> answers = new ArrayList<>();
        for (UUID messageId : database.read(handle -> ExpiryStore.expired(handle, clock.instant(), AT_ONCE))) {
            answers.add(recalls.withdraw(messageId));
        }
        answers.forEach(Disappearing::settle);
        return database.read(ExpiryStore::next);
    }

    /// A room that was deleted a moment ago is no failure: its messages are looked for no more.
    private static void settle(CompletableFuture<ChangeReceipt> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof Problem problem) || problem.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
        }
    }

    /// Lets the recalls that were begun be settled, then ends.
    @Override
    public void close() {
        alarm.close();
    }
}
