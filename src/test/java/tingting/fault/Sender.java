package tingting.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import tingting.fault.Ledger.Asked;
import tingting.fault.Ledger.Kept;
import tingting.fault.Ledger.Promise;
import tingting.testing.Person;
import tingting.testing.TestClient;

/// Somebody who writes, edits, recalls and reacts over one socket as fast as the server answers, and notes in the
/// ledger what was acknowledged and what was shown, until the socket is gone.
final class Sender {
    private static final int IN_FLIGHT = 16;

    private final int number;
    private final List<String> rooms;
    private final Ledger ledger;
    private final SplittableRandom random;
    private final TestClient socket;
    private final Semaphore window = new Semaphore(IN_FLIGHT);
    private final Map<String, Consumer<JsonNode>> questions = new ConcurrentHashMap<>();

    private final Thread reading;
    private final Thread writing;
    private int asked;

    Sender(int number, Person person, List<String> rooms, Ledger ledger, SplittableRandom random) {
        this.number = number;
        this.rooms = rooms;
        this.ledger = ledger;
        this.random = random;
        this.socket = person.socket();
        socket.await("ready");
        this.reading = Thread.ofVirtual().unstarted(this::read);
        this.writing = Thread.ofVirtual().unstarted(this::write);
    }

    /// Sends again what was not acknowledged, then goes on with new things.
    void start() {
        reading.start();
        writing.start();
    }

    /// Waits until the socket is gone and all it brought is in the ledger.
    void awaitEnd() {
        try {
            reading.join();
            window.release(IN_FLIGHT);
            writing.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        socket.close();
    }

    private void write() {
        try {
            for (Asked message : ledger.unacknowledged()) {
                if (message.sender() == number) {
                    send(message);
                }
            }
            while (socket.isOpen()) {
                somehow();
            }
        } catch (UncheckedIOException gone) {
            // killed while we wrote
        }
    }

    private void somehow() {
        switch (random.nextInt(10)) {
            case 0 -> ledger.any(number, random).ifPresent(this::edit);
            case 1 -> ledger.any(number, random).ifPresent(this::recall);
            case 2 -> ledger.any(number, random).ifPresent(this::react);
            default -> {
                String id = UUID.randomUUID().toString();
                Asked message = new Asked(number, rooms.get(random.nextInt(rooms.size())), id, "message " + id);
                ledger.asked(message);
                send(message);
            }
        }
    }

    private void send(Asked message) {
        Map<String, Object> draft = Map.of(
                "room_id", message.roomId(), "client_msg_id", message.clientMsgId(), "content", message.content());
        ask("send_message", draft, ack -> ledger.acknowledged(message, ack));
    }

    private void edit(Kept message) {
        String content = "edited " + UUID.randomUUID();
        ledger.editing(message.messageId(), content);
        ask("edit_message", Map.of("message_id", message.messageId(), "content", content), ack -> {
            ledger.edited(message.messageId(), content);
            promised(message, ack, "message_edited");
        });
    }

    private void recall(Kept message) {
        if (ledger.first("recall " + message.messageId())) {
            ask("recall", Map.of("message_id", message.messageId()), ack -> promised(message, ack, "message_recalled"));
        }
    }

    private void react(Kept message) {
        if (ledger.first("react to " + message.messageId())) {
            Map<String, Object> reaction = Map.of("message_id", message.messageId(), "reaction_type", "👍");
            ask("react", reaction, ack -> promised(message, ack, "reaction"));
        }
    }

    private void promised(Kept message, JsonNode ack, String type) {
        ledger.promised(new Promise(message.asked().roomId(), ack.path("rev").asLong(), type, message.messageId()));
    }

    private void ask(String type, Map<String, Object> data, Consumer<JsonNode> acknowledged) {
        window.acquireUninterruptibly();
        String id = "q" + ++asked;
        questions.put(id, acknowledged);
        socket.ask(id, type, data);
    }

    private void read() {
        for (JsonNode frame = socket.take(); frame != null; frame = socket.take()) {
            switch (frame.path("type").asText()) {
                case "ack" -> {
                    questions.remove(frame.path("id").asText()).accept(frame.path("data"));
                    window.release();
                }
                case "error" -> window.release(); // it was recalled meanwhile
                default -> {
                    if (frame.has("rev")) {
                        ledger.shown(frame);
                    }
                }
            }
        }
    }
}
