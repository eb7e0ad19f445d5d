package tingting.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tingting.cluster.Alarm;
import tingting.cluster.Bus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.protocol.UserEvent;

/// Messages that are sent later. At its time one goes the way of every message, under its own client_msg_id: a node
/// that dies between the sending and the deletion, or two nodes that send at once, leave one copy. Sent ones are
/// gone from here; refused ones stay and say why. All calls block; [#close] ends the sending.
public final class Scheduled implements AutoCloseable {
    /// How many may wait for one person.
    public static final int MOST = 100;

    private static final Duration AHEAD = Duration.ofDays(365);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Scheduled.class);

    private final Database database;
    private final Messages messages;
    private final Bus bus;
    private final InstantSource clock;
    private final Ids ids;
    private final Alarm alarm;

    public Scheduled(Database database, Messages messages, Bus bus, InstantSource clock, Ids ids) {
        this.database = database;
        this.messages = messages;
        this.bus = bus;
        this.clock = clock;
        this.ids = ids;
        this.alarm = new Alarm("scheduled", clock, this::sendDue);
    }

    /// A message that waits, and whether the call made it.
    public record Added(ScheduledMessage message, boolean created) {}

    /// Has a message sent later. The same again answers what waits.
    ///
    /// @throws Problem `not_found` for an outsider, `conflict` when another one waits under this client_msg_id,
    ///     `invalid_request` when the draft is wrong, the time past or too far, or too many wait
    public Added add(Caller caller, Draft draft, Instant sendAt) {
        Draft checked = messages.check(draft);
        if (!draft.files().isEmpty()) {
            throw Problem.invalidField("attachments", "cannot wait: a file that is not sent is gone after a day");
        }
        Instant now = now();
        ScheduledMessage message = new ScheduledMessage(
                ids.next(), caller.userId(), checked, sendAt.truncatedTo(ChronoUnit.MILLIS), now, null);
        Added added = database.write(handle -> add(handle, message));
        if (added.created) {
            planned(message);
        }
        return added;
    }

    private static Added add(Handle handle, ScheduledMessage message) {
        Draft draft = message.draft();
        requireMember(handle, message.userId(), draft.roomId());
        Optional<ScheduledMessage> before =
                ScheduledStore.find(handle, message.userId(), draft.roomId(), draft.clientMsgId());
        if (before.isPresent()) {
            if (!before.get().sendAt().equals(message.sendAt())
                    || !Arrays.equals(before.get().draft().digest(), draft.digest())) {
                throw Problem.conflict("Another message waits under this client_msg_id.");
            }
            return new Added(before.get(), false);
        }
        requireTime(message.sendAt(), message.createdAt());
        if (ScheduledStore.count(handle, message.userId()) >= MOST) {
            throw Problem.invalid("At most " + MOST + " messages can wait at once.");
        }
        ScheduledStore.insert(handle, message);
        return new Added(message, true);
    }

    /// One's own that wait in a room, the next one first.
    ///
    /// @throws Problem `not_found` for an outsider
    public List<ScheduledMessage> list(Caller caller, UUID roomId) {
        return database.read(handle -> {
            requireMember(handle, caller.userId(), roomId);
            return ScheduledStore.list(handle, caller.userId(), roomId);
        });
    }

    /// Changes the time or the words of one; a new time gives one that was refused another try.
    ///
    /// @param sendAt null leaves the time
    /// @param content null leaves the words
    /// @throws Problem `not_found` when it is none of the caller's or gone, `conflict` when it is being sent
    public ScheduledMessage update(
            Caller caller, UUID scheduledId, @Nullable Instant sendAt, @Nullable String content) {
        ScheduledMessage message = database.write(handle -> {
            ScheduledMessage changed = edited(require(handle, caller, scheduledId), sendAt, content);
            if (sendAt != null) {
                requireTime(changed.sendAt(), now());
            }
            ScheduledStore.update(handle, changed);
            return changed;
        });
        planned(message);
        return message;
    }

    private ScheduledMessage edited(ScheduledMessage before, @Nullable Instant sendAt, @Nullable String content) {
        return new ScheduledMessage(
                before.scheduledId(),
                before.userId(),
                content == null ? before.draft() : messages.check(before.draft().saying(content)),
                sendAt == null ? before.sendAt() : sendAt.truncatedTo(ChronoUnit.MILLIS),
                before.createdAt(),
                sendAt == null ? before.problem() : null);
    }

    /// Gives one up.
    ///
    /// @throws Problem `not_found` when it is none of the caller's or gone, `conflict` when it is being sent
    public void delete(Caller caller, UUID scheduledId) {
        ScheduledMessage message = database.write(handle -> {
            ScheduledMessage found = require(handle, caller, scheduledId);
            ScheduledStore.delete(handle, scheduledId);
            return found;
        });
        tell(message, null);
    }

    /// What is due belongs to the sending: a change now would come too late for it. The time that counts is that of the
    /// transaction, not of the call, which may have waited for it while the message went.
    private ScheduledMessage require(Handle handle, Caller caller, UUID scheduledId) {
        ScheduledMessage message =
                ScheduledStore.find(handle, caller.userId(), scheduledId).orElseThrow(Problem::notFound);
        if (message.due(now())) {
            throw Problem.conflict("This message is being sent.");
        }
        return message;
    }

    private void planned(ScheduledMessage message) {
        alarm.ringAt(message.sendAt());
        tell(message, message.problem());
    }

    // ---- their time has come

    private record Attempt(ScheduledMessage message, CompletableFuture<SendReceipt> answer) {}

    /// Sends what is due, up to [#AT_ONCE]; answers when the next is due.
    Optional<Instant> sendDue() {
        List<Attempt> attempts = new ArrayList<>();
        for (ScheduledMessage message : database.write(handle -> ScheduledStore.claimDue(handle, now(), AT_ONCE))) {
            attempts.add(new Attempt(message, send(message)));
        }
        attempts.forEach(this::settle);
        return database.read(ScheduledStore::next);
    }

    private CompletableFuture<SendReceipt> send(ScheduledMessage message) {
        // whoever scheduled it was signed in then; no session stands behind the sending
        Caller sender = new Caller(message.userId(), message.scheduledId());
        try {
            return messages.sendLater(sender, message.draft());
        } catch (Problem refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private void settle(Attempt attempt) {
        ScheduledMessage message = attempt.message;
        try {
            attempt.answer.join();
            if (database.write(handle -> ScheduledStore.delete(handle, message.scheduledId()))) {
                tell(message, null);
            }
        } catch (CompletionException e) {
            refused(message, e.getCause() instanceof Problem problem ? problem : accident(message, e));
        }
    }

    private static Problem accident(ScheduledMessage message, CompletionException e) {
        LOG.error("Scheduled message {} could not be sent", message.scheduledId(), e);
        return Problem.of(ErrorCode.INTERNAL, "It could not be sent.");
    }

    /// What may succeed later is tried later: in slow mode the next one goes when its time comes.
    private void refused(ScheduledMessage message, Problem refusal) {
        boolean later = refusal.code().retryable();
        String problem = later ? null : refusal.code().wire();
        Instant sendAt = later ? now().plus(Objects.requireNonNullElse(refusal.retryAfter(), AGAIN)) : message.sendAt();
        if (database.write(handle -> ScheduledStore.attempted(handle, message, sendAt, problem))) {
            tell(message, problem);
        }
    }

    private void tell(ScheduledMessage message, @Nullable String problem) {
        bus.publish(new UserEvent(
                message.userId(), new UserEvent.Scheduled(message.draft().roomId(), message.scheduledId(), problem)));
    }

    private static void requireTime(Instant sendAt, Instant now) {
        if (!sendAt.isAfter(now) || sendAt.isAfter(now.plus(AHEAD))) {
            throw Problem.invalidField("send_at", "must be a time to come, at most a year ahead");
        }
    }

    private static void requireMember(Handle handle, UUID userId, UUID roomId) {
        if (RoomPositions.of(handle, userId, roomId).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Lets what is being sent be settled, then ends.
    @Override
    public void close() {
        alarm.close();
    }
}
