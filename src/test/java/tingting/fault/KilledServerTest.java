package tingting.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.testing.Person;
import tingting.testing.ServerProcess;
import tingting.testing.TestClient;
import tingting.testing.TestDatabase;

/// The promises about messages, with the server killed in the middle of them.
class KilledServerTest {
    private final TestDatabase data = TestDatabase.create();
    private ServerProcess server = start();

    private ServerProcess start() {
        return ServerProcess.start(data.directory(), data.url());
    }

    @AfterEach
    void close() {
        server.close();
        data.close();
    }

    @Test
    void every_acknowledged_message_is_there_once_after_a_kill_and_retries_leave_one_copy() {
        List<Person> people = List.of(register("anh"), register("binh"), register("chi"));
        String room = people.get(0).group(people.get(1), people.get(2));
        Map<String, Long> ledger = new ConcurrentHashMap<>();
        List<Sender> senders =
                people.stream().map(person -> new Sender(person, room, ledger)).toList();

        senders.forEach(Sender::sendAll);
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.size() >= 20);
        server.kill();
        senders.forEach(Sender::awaitEnd);
        server = start();

        Map<String, Long> acknowledged = Map.copyOf(ledger);
        for (Sender sender : senders) {
            sender.retryUnacknowledged(Person.login(server.url(), sender.person.name()));
        }
        for (Person person : people) {
            Person again = Person.login(server.url(), person.name());
            Map<String, Long> seen = history(again, room);
            assertThat(seen).hasSize(Sender.MESSAGES * people.size()).containsAllEntriesOf(acknowledged);
            assertThat(seen.values())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, seen.size()).boxed().toList());
            assertThat(revs(again, room))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, seen.size()).boxed().toList());
        }
    }

    @Test
    void a_server_told_to_end_says_goodbye_and_keeps_what_it_acknowledged() {
        Person an = register("anh");
        String room = an.group();
        TestClient socket = an.socket();
        socket.await("ready");
        for (int i = 0; i < 10; i++) {
            an.say(room, "message " + i);
        }

        long begun = System.nanoTime();
        server.terminate();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(socket.await("drain").path("data").path("grace_ms").isNumber())
                .isTrue();
        assertThat(socket.awaitClose()).isEqualTo(1012);
        server = start();
        assertThat(history(Person.login(server.url(), "anh"), room)).hasSize(10);
    }

    private Person register(String name) {
        return Person.register(server.url(), name);
    }

    /// All messages of the room: client_msg_id → seq.
    private static Map<String, Long> history(Person person, String room) {
        Map<String, Long> seen = new HashMap<>();
        for (long after = 0; ; ) {
            JsonNode page = person.get("/rooms/" + room + "/messages?limit=200&after_seq=" + after);
            if (page.isEmpty()) {
                return seen;
            }
            for (JsonNode message : page) {
                assertThat(seen.put(
                                message.path("client_msg_id").asText(),
                                message.path("seq").asLong()))
                        .isNull();
                after = message.path("seq").asLong();
            }
        }
    }

    private static List<Long> revs(Person person, String room) {
        List<Long> revs = new ArrayList<>();
        person.get("/rooms/" + room + "/changes?limit=500")
                .path("items")
                .forEach(change -> revs.add(change.path("rev").asLong()));
        return revs;
    }

    /// Sends its messages over one socket without waiting, and notes what is acknowledged.
    private static final class Sender {
        static final int MESSAGES = 60;

        private final Person person;
        private final String room;
        private final Map<String, Long> ledger;
        private final Map<String, String> asked = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private final TestClient socket;
        private final Thread listening;

        Sender(Person person, String room, Map<String, Long> ledger) {
            this.person = person;
            this.room = room;
            this.ledger = ledger;
            this.socket = person.socket();
            socket.await("ready");
            for (int i = 0; i < MESSAGES; i++) {
                ids.add(UUID.randomUUID().toString());
            }
            this.listening = Thread.ofVirtual().unstarted(this::listen);
        }

        void sendAll() {
            listening.start();
            Thread.ofVirtual().start(() -> {
                for (String id : ids) {
                    synchronized (asked) {
                        asked.put(socket.ask("send_message", draft(id)), id);
                    }
                }
            });
        }

        private Map<String, Object> draft(String id) {
            return Map.of("room_id", room, "client_msg_id", id, "kind", "text", "content", "message " + id);
        }

        private void listen() {
            while (socket.isOpen()) {
                JsonNode frame = socket.poll(Duration.ofMillis(100));
                if (frame != null && frame.path("type").asText().equals("ack")) {
                    synchronized (asked) {
                        ledger.put(
                                asked.get(frame.path("id").asText()),
                                frame.path("data").path("seq").asLong());
                    }
                }
            }
        }

        void awaitEnd() {
            try {
                listening.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void retryUnacknowledged(Person again) {
            for (String id : ids) {
                if (!ledger.containsKey(id)) {
                    again.post("/rooms/" + room + "/messages", Map.of("client_msg_id", id, "content", "message " + id));
                }
            }
        }
    }
}
