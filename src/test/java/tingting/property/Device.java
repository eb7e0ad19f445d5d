package tingting.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tingting.testing.Person;
import tingting.testing.TestClient;

/// One of somebody's clients, as plain as the protocol allows: it keeps each room by applying changes in the order of
/// their revs, resumes from there, fetches anew what it is told to, and believes what it is told of unread counts.
/// It notes whatever the protocol rules out: a change that is missing or comes twice, a socket that the server closes.
///
/// Its state is guarded by itself: a thread of its own reads the frames.
final class Device {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Person person;
    private final Scene scene;
    private final Map<String, Room> rooms = new HashMap<>();
    /// The newest rev that came on this connection, or that it began with.
    private final Map<String, Long> came = new HashMap<>();
    /// Rooms that it was told it is no longer in, until it is told otherwise.
    private final Set<String> removed = new HashSet<>();

    private final Map<String, CompletableFuture<Answer>> questions = new HashMap<>();
    private @Nullable TestClient socket;
    private @Nullable Thread reader;
    private @Nullable String epoch;
    private long userRev;
    private long totalUnread;
    private boolean resumed;
    private int asked;
    private @Nullable Throwable fault;

    Device(Person person, Scene scene) {
        this.person = person;
        this.scene = scene;
    }

    Person person() {
        return person;
    }

    synchronized boolean isConnected() {
        return socket != null;
    }

    // ---- coming and going

    /// Opens a socket and catches up.
    void connect() {
        TestClient opened = person.socket();
        synchronized (this) {
            socket = opened;
            resumed = false;
            came.clear();
            reader = Thread.ofVirtual().name("device").start(() -> read(opened));
        }
        await(() -> "resumed", () -> resumed);
    }

    /// Cuts the connection.
    void disconnect() {
        TestClient open;
        Thread reading;
        synchronized (this) {
            open = socket;
            reading = reader;
            socket = null;
            reader = null;
        }
        if (open != null && reading != null) {
            open.close();
            try {
                reading.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    synchronized void forget() {
        rooms.clear();
        removed.clear();
        epoch = null;
    }

    // ---- asking

    /// Asks over the socket and waits for the answer.
    Answer ask(String type, Map<String, Object> data) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        TestClient open;
        String id;
        synchronized (this) {
            open = Objects.requireNonNull(socket);
            id = "q" + ++asked;
            questions.put(id, answer);
        }
        open.ask(id, type, data);
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer to " + type + " " + data, e);
        }
    }

    // ---- hearing

    private void read(TestClient from) {
        try {
            for (JsonNode frame = from.take(); frame != null; frame = from.take()) {
                take(frame);
            }
            ended(from);
        } catch (Throwable e) {
            fail(e);
        }
    }

    private synchronized void ended(TestClient from) {
        if (socket == from) {
            fail(new AssertionError("the server closed the socket with " + from.awaitClose()));
        }
    }

    private synchronized void fail(Throwable why) {
        if (fault == null) {
            fault = why;
        }
        notifyAll();
    }

    private synchronized void take(JsonNode frame) {
        JsonNode data = frame.path("data");
        switch (frame.path("type").asText()) {
            case "ack", "error" -> answered(frame);
            case "ready" -> ready(data);
            case "reset" -> reset(data);
            case "resumed" -> resumed = true;
            case "room_added" -> added(data.path("room_id").asText());
            case "room_removed" -> removed(data.path("room_id").asText());
            case "unread" -> unread(data);
            case "draft" -> draft(data.path("room_id").asText(), data);
            default -> {
                if (frame.has("rev")) {
                    change(frame);
                }
            }
        }
        notifyAll();
    }

    private void answered(JsonNode frame) {
        CompletableFuture<Answer> question = questions.remove(frame.path("id").asText());
        if (question == null) {
            throw new AssertionError("an answer to nothing: " + frame);
        }
        question.complete(Answer.of(frame));
    }

    private void ready(JsonNode data) {
        long known = epoch == null ? data.path("user_rev").asLong() : userRev;
        epoch = data.path("epoch").asText();
        userRev = data.path("user_rev").asLong();
        Map<String, Long> revs = new HashMap<>();
        rooms.forEach((roomId, room) -> revs.put(roomId, room.rev()));
        for (JsonNode position : data.path("rooms")) {
            String roomId = position.path("room_id").asText();
            Room room = rooms.get(roomId);
            came.put(roomId, room == null ? position.path("rev").asLong() : room.rev());
            if (room != null) {
                room.unread(Unread.of(position));
            }
        }
        Objects.requireNonNull(socket).tell("resume", Map.of("epoch", epoch, "user_rev", known, "rooms", revs));
        List<String> unknown = new ArrayList<>(came.keySet());
        unknown.removeAll(rooms.keySet());
        unknown.forEach(this::added);
    }

    private void reset(JsonNode data) {
        if (data.has("user_rev")) {
            list();
        } else {
            String roomId = data.path("room_id").asText();
            came.put(roomId, data.path("rev").asLong());
            fetch(roomId);
        }
    }

    /// Which rooms are one's own: fetches the new ones and forgets the others.
    private void list() {
        Set<String> listed = new HashSet<>();
        for (JsonNode room : person.get("/rooms").path("items")) {
            String roomId = room.path("room_id").asText();
            listed.add(roomId);
            draft(roomId, room.path("draft"));
        }
        rooms.keySet().retainAll(listed);
        for (String roomId : listed) {
            if (!rooms.containsKey(roomId)) {
                removed.remove(roomId);
                fetch(roomId);
            }
        }
    }

    private void added(String roomId) {
        removed.remove(roomId);
        fetch(roomId);
    }

    private void removed(String roomId) {
        removed.add(roomId);
        rooms.remove(roomId);
        came.remove(roomId);
    }

    private void fetch(String roomId) {
        scene.fetch(person, roomId).ifPresentOrElse(room -> rooms.put(roomId, room), () -> rooms.remove(roomId));
    }

    private void unread(JsonNode data) {
        Room room = rooms.get(data.path("room_id").asText());
        if (room != null) {
            room.unread(Unread.of(data));
            totalUnread = data.path("total_unread").asLong();
        }
    }

    /// @param told carries its content, or nothing
    private void draft(String roomId, JsonNode told) {
        Room room = rooms.get(roomId);
        if (room != null) {
            room.draft(told.path("content").asText(""));
        }
    }

    private void change(JsonNode event) {
        String roomId = event.path("room_id").asText();
        long rev = event.path("rev").asLong();
        Long before = came.put(roomId, rev);
        if (before != null && rev != before + 1) {
            throw new AssertionError("after rev " + before + " came " + event);
        }
        Room room = rooms.get(roomId);
        boolean news = room != null && !removed.contains(roomId) && rev > room.rev();
        if (leaves(event)) {
            came.remove(roomId);
            if (news) {
                rooms.remove(roomId);
            }
        } else if (room != null && news) {
            if (rev != room.rev() + 1) {
                throw new AssertionError("at rev " + room.rev() + " came " + event);
            }
            room.apply(event);
        }
    }

    private boolean leaves(JsonNode event) {
        return event.path("type").asText().equals("member_left")
                && event.path("data").path("user_id").asText().equals(person.userId());
    }

    // ---- looking

    /// What it knows of the rooms, by id.
    synchronized Map<String, Room> rooms() {
        return new HashMap<>(rooms);
    }

    /// One that it is in.
    synchronized Room room(String roomId) {
        return Objects.requireNonNull(rooms.get(roomId));
    }

    synchronized long totalUnread() {
        return totalUnread;
    }

    /// Waits until the condition holds, which is asked after every frame.
    ///
    /// @param what for the message when it does not
    void await(Supplier<String> what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (this) {
            while (true) {
                check();
                if (condition.getAsBoolean()) {
                    return;
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("not in time: " + what.get());
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /// Throws what went wrong so far.
    synchronized void check() {
        if (fault != null) {
            throw new AssertionError(person.name() + "'s device: " + fault.getMessage(), fault);
        }
    }
}
