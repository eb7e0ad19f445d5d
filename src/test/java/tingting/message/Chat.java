package tingting.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tingting.cluster.LocalBus;
import tingting.database.Database;
import tingting.protocol.Caller;
import tingting.protocol.ErrorCode;
import tingting.protocol.Event;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.protocol.RoomEvent;
import tingting.room.Journal;
import tingting.room.RoomDraft;
import tingting.room.RoomKind;
import tingting.room.RoomPatch;
import tingting.room.Rooms;
import tingting.testing.People;
import tingting.testing.TestDatabase;

/// The verbs of rooms and messages on a real database, without a gateway, and three people.
final class Chat implements AutoCloseable {
    private final TestDatabase test = TestDatabase.create();
    final Database database = test.database();
    final LocalBus bus = new LocalBus();
    final List<Event> events = new CopyOnWriteArrayList<>();
    final Ids ids = new Ids(new SecureRandom());
    final Journal journal = new Journal(database, bus, InstantSource.system());
    final Rooms rooms = new Rooms(database, journal, ids);
    final Messages messages = new Messages(database, journal, ids, 10_000);
    final MessageRooms messageRooms = new MessageRooms(database);
    final Edits edits = new Edits(database, journal, messageRooms, 10_000);
    final Recalls recalls = new Recalls(journal, messageRooms);
    final Reactions reactions = new Reactions(database, journal, messageRooms);
    final Pins pins = new Pins(database, journal, messageRooms);
    final Unreads unreads = new Unreads(database, bus);
    final Inbox inbox = new Inbox(database, bus, unreads);
    final Changes changes = new Changes(database);
    final People people = new People(database);
    final Caller an = people.add("an");
    final Caller binh = people.add("binh");
    final Caller chi = people.add("chi");

    Chat() {
        bus.subscribe(events::add);
    }

    UUID group(Caller owner, Caller... others) {
        return room(RoomKind.GROUP, owner, others);
    }

    UUID room(RoomKind kind, Caller owner, Caller... others) {
        Set<UUID> members = Arrays.stream(others).map(Caller::userId).collect(Collectors.toSet());
        return rooms.create(owner, new RoomDraft(kind, "room", null, null, members))
                .join();
    }

    UUID direct(Caller one, Caller other) {
        return rooms.openDirect(one, other.userId()).join().roomId();
    }

    /// From now on new members see only what comes after they joined.
    void hideHistory(Caller owner, UUID room) {
        rooms.update(owner, room, new RoomPatch(null, null, null, "since_join", null, null, null))
                .join();
    }

    Draft text(UUID room, String content, Caller... mentioned) {
        List<UUID> mentions = Arrays.stream(mentioned).map(Caller::userId).toList();
        return new Draft(room, ids.next(), MessageKind.TEXT, content, null, null, mentions);
    }

    Draft reply(UUID room, UUID to, String content) {
        return new Draft(room, ids.next(), MessageKind.TEXT, content, null, to, List.of());
    }

    /// Sends a text; answers its id.
    UUID say(Caller by, UUID room, String content, Caller... mentioned) {
        return messages.send(by, text(room, content, mentioned)).join().messageId();
    }

    long rev(UUID room) {
        return inbox.list(an).stream()
                .filter(one -> one.roomId().equals(room))
                .findFirst()
                .orElseThrow()
                .rev();
    }

    /// What the room was told live, in order; waits until the change of that rev was told.
    List<RoomEvent.Body> told(UUID room, long upTo) {
        org.awaitility.Awaitility.await().until(() -> told(room).stream().anyMatch(event -> event.rev() >= upTo));
        return told(room).stream().map(RoomEvent::body).toList();
    }

    private List<RoomEvent> told(UUID room) {
        return events.stream()
                .filter(RoomEvent.class::isInstance)
                .map(RoomEvent.class::cast)
                .filter(event -> event.roomId().equals(room))
                .toList();
    }

    /// One number of one row.
    long number(String sql, UUID room, Caller member) {
        return database.read(handle -> handle.createQuery(sql)
                .bind("room", room)
                .bind("user", member.userId())
                .mapTo(Long.class)
                .one());
    }

    /// The refusal of a verb, whether it came at once or from the journal.
    static Problem refusal(Callable<?> verb) {
        try {
            Object answer = verb.call();
            if (answer instanceof CompletableFuture<?> future) {
                future.join();
            }
        } catch (Problem problem) {
            return problem;
        } catch (CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                return problem;
            }
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It was not refused");
    }

    static void assertRefused(ErrorCode code, Callable<?> verb) {
        assertThat(refusal(verb).code()).isEqualTo(code);
    }

    @Override
    public void close() {
        test.close();
    }
}
