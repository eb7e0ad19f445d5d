package tingting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tingting.account.ReadReceipts;
import tingting.cluster.LocalBus;
import tingting.database.Database;
import tingting.message.Changes;
import tingting.message.Draft;
import tingting.message.Drafts;
import tingting.message.Edits;
import tingting.message.Inbox;
import tingting.message.MessageKind;
import tingting.message.MessageRooms;
import tingting.message.Messages;
import tingting.message.Pins;
import tingting.message.Reactions;
import tingting.message.Recalls;
import tingting.message.Receipts;
import tingting.message.SendReceipt;
import tingting.message.Signals;
import tingting.message.Unreads;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Event;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.protocol.RoomSignal;
import tingting.protocol.UserEvent;
import tingting.room.Batch;
import tingting.room.Change;
import tingting.room.Journal;
import tingting.room.RoomDraft;
import tingting.room.RoomKind;
import tingting.room.RoomPatch;
import tingting.room.Rooms;
import tingting.sticker.Stickers;

/// Rooms and messages by their verbs, over a real database, with a clock to move and everything heard that they told.
public final class TestChat implements AutoCloseable {
    public static final int CONTENT = 10_000;

    private final TestDatabase file = TestDatabase.create();
    public final Database database = file.database();
    public final TestClock clock = new TestClock();
    public final LocalBus bus = new LocalBus();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final List<UUID> made = new CopyOnWriteArrayList<>();
    public final SecureRandom random = new SecureRandom();
    public final Ids ids = new Ids(random);
    public final People people = new People(database);
    public final Journal journal = new Journal(database, bus, clock);
    public final Rooms rooms = new Rooms(database, journal, ids);
    public final Messages messages = new Messages(database, journal, new Stickers(), ids, CONTENT);
    public final Drafts drafts = new Drafts(journal, CONTENT);
    private final MessageRooms messageRooms = new MessageRooms(database);
    public final Edits edits = new Edits(database, journal, messageRooms, CONTENT);
    public final Recalls recalls = new Recalls(journal, messageRooms);
    public final Reactions reactions = new Reactions(database, journal, messageRooms);
    public final Pins pins = new Pins(database, journal, messageRooms);
    public final Changes kept = new Changes(database);
    public final ReadReceipts readReceipts = new ReadReceipts(database);
    public final Signals signals = new Signals(database, bus, readReceipts);
    public final Unreads unreads = new Unreads(database, bus, signals);
    public final Receipts receipts = new Receipts(database, unreads, readReceipts);
    public final Inbox inbox = new Inbox(database, journal, unreads);

    public TestChat() {
        bus.subscribe(event -> {
            signals.receive(event);
            readReceipts.receive(event);
            heard.add(event);
        });
    }

    /// The journal of another node, to race with this one's.
    public Journal anotherNodesJournal() {
        return new Journal(file.onAnotherNode(), bus, clock);
    }

    public UUID group(Caller owner, Caller... others) {
        return room(RoomKind.GROUP, owner, others);
    }

    public UUID room(RoomKind kind, Caller owner, Caller... others) {
        Set<UUID> members = Arrays.stream(others).map(Caller::userId).collect(Collectors.toSet());
        return made(rooms.create(owner, new RoomDraft(kind, "a room", null, null, members))
                .join());
    }

    public UUID direct(Caller one, Caller other) {
        return made(rooms.openDirect(one, other.userId()).join().roomId());
    }

    private UUID made(UUID room) {
        made.add(room);
        return room;
    }

    /// From now on new members see only what comes after they joined.
    public void hideHistory(Caller owner, UUID room) {
        rooms.update(owner, room, new RoomPatch(null, null, null, "since_join", null, null, null))
                .join();
    }

    public Draft text(UUID room, String content, Caller... mentioned) {
        List<UUID> mentions = Arrays.stream(mentioned).map(Caller::userId).toList();
        return new Draft(room, ids.next(), MessageKind.TEXT, content, null, null, mentions);
    }

    public Draft reply(UUID room, UUID to, String content) {
        return new Draft(room, ids.next(), MessageKind.TEXT, content, null, to, List.of());
    }

    public SendReceipt say(Caller caller, UUID room, String content, Caller... mentioned) {
        return messages.send(caller, text(room, content, mentioned)).join();
    }

    /// One number of a room and one of its members: `:room` and `:user` of the statement.
    public long number(String sql, UUID room, Caller member) {
        return database.read(handle -> handle.createQuery(sql)
                .bind("room", room)
                .bind("user", member.userId())
                .mapTo(Long.class)
                .one());
    }

    /// What passed in rooms, in order.
    public List<RoomSignal> signals() {
        return heard.stream()
                .filter(RoomSignal.class::isInstance)
                .map(RoomSignal.class::cast)
                .toList();
    }

    /// What this person was told, in order.
    public List<UserEvent.Body> told(Caller person) {
        made.forEach(this::awaitTold);
        return heard.stream()
                .filter(UserEvent.class::isInstance)
                .map(UserEvent.class::cast)
                .filter(event -> event.userId().equals(person.userId()))
                .map(UserEvent::body)
                .toList();
    }

    /// The room's changes as they were told, in order.
    public List<RoomEvent> changes(UUID room) {
        awaitTold(room);
        return heard.stream()
                .filter(RoomEvent.class::isInstance)
                .map(RoomEvent.class::cast)
                .filter(event -> event.roomId().equals(room))
                .toList();
    }

    /// Answers come before events. A change that comes after an answer is in a later batch: when it is answered, the
    /// events of the batch before have been told.
    private void awaitTold(UUID room) {
        journal.submit(new Change<Boolean>() {
                    @Override
                    public UUID roomId() {
                        return room;
                    }

                    @Override
                    public void announce(Batch batch) {
                        // it decides on nothing
                    }

                    @Override
                    public Boolean decide(Batch batch) {
                        return true;
                    }
                })
                .join();
    }

    /// What the room was told by its newest change, which has that rev.
    public RoomEvent.Body told(UUID room, long rev) {
        RoomEvent newest = changes(room).getLast();
        assertThat(newest.rev()).isEqualTo(rev);
        return newest.body();
    }

    /// What a verb was refused with, at once or by the journal.
    public static Problem refusal(Callable<?> verb) {
        try {
            if (verb.call() instanceof CompletableFuture<?> answer) {
                answer.join();
            }
        } catch (Problem problem) {
            return problem;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                return problem;
            }
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("It was not refused");
    }

    public static Problem refusal(CompletableFuture<?> answer) {
        return refusal((Callable<?>) answer::join);
    }

    public static void assertRefused(Runnable verb, ErrorCode code) {
        assertRefused(Executors.callable(verb), code);
    }

    public static void assertRefused(Callable<?> verb, ErrorCode code) {
        assertThat(refusal(verb).code()).isEqualTo(code);
    }

    public static void assertRefused(CompletableFuture<?> answer, ErrorCode code) {
        assertThat(refusal(answer).code()).isEqualTo(code);
    }

    @Override
    public void close() {
        bus.close();
        file.close();
    }
}
