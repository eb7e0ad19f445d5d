package tingting.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.testing.Person;
import tingting.testing.Seeds;
import tingting.testing.ServerProcess;
import tingting.testing.TestClient;
import tingting.testing.TestDatabase;

/// The promises about messages, with the server killed in the middle of them.
class KilledServerTest {
    private static final int ROUNDS = TestDatabase.POSTGRESQL ? 5 : 15;
    /// Of those that are made in a round, at most.
    private static final int PROMISES = 1500;

    private final TestDatabase data = TestDatabase.create();
    private ServerProcess server = start();

    private ServerProcess start() {
        return ServerProcess.start(
                data.directory(),
                data.url(),
                Map.of("TINGTING_LIMITS_MESSAGES_PER_SECOND", "100000", "TINGTING_LIMITS_MESSAGES_BURST", "100000"));
    }

    @AfterEach
    void close() {
        server.close();
        data.close();
    }

    /// Twenty rounds on both databases together; SQLite, which is killed with the server, has most of them.
    @Test
    void what_was_acknowledged_is_there_once_and_in_its_place_however_often_the_server_is_killed() {
        long seed = Seeds.seeds(1).getFirst();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> names = List.of("anh", "binh", "chi", "dung");
        List<Person> people = names.stream().map(this::register).toList();
        List<String> rooms = List.of(
                people.get(0).group(people.get(1), people.get(2), people.get(3)),
                people.get(1).group(people.get(0), people.get(2), people.get(3)),
                people.get(2).group(people.get(0), people.get(1), people.get(3)));
        Ledger ledger = new Ledger();
        for (int round = 1; round <= ROUNDS; round++) {
            List<Person> here =
                    people.stream().map(person -> person.at(server.url())).toList();
            List<Sender> senders = new ArrayList<>();
            for (int i = 0; i < here.size(); i++) {
                senders.add(new Sender(i, here.get(i), rooms, ledger, random.split()));
            }
            killWhile(senders, ledger, random.nextInt(PROMISES));
            server = start();
            check(
                    people.stream().map(person -> person.at(server.url())).toList(),
                    rooms,
                    ledger,
                    "round " + round + ", " + Seeds.repeat(seed));
        }
        assertThat(ledger.kept()).as("messages acknowledged").hasSizeGreaterThan(100);
    }

    /// Kills the server when so many things are done, which is a random moment in the middle of others.
    private void killWhile(List<Sender> senders, Ledger ledger, int promises) {
        int before = ledger.size();
        senders.forEach(Sender::start);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> ledger.size() >= before + promises);
        server.kill();
        senders.forEach(Sender::awaitEnd);
    }

    private static void check(List<Person> people, List<String> rooms, Ledger ledger, String round) {
        try {
            for (String roomId : rooms) {
                KeptRoom room = new KeptRoom(people.getFirst(), roomId);
                room.checkNumbers();
                room.checkPromises(ledger);
                room.checkTexts(ledger);
                people.forEach(room::checkUnread);
            }
        } catch (AssertionError e) {
            throw new AssertionError(round + ": " + e.getMessage(), e);
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
        assertThat(Person.login(server.url(), "anh").get("/rooms/" + room + "/messages"))
                .hasSize(10);
    }

    private Person register(String name) {
        return Person.register(server.url(), name);
    }
}
