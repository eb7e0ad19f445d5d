package tingting.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tingting.testing.Person;
import tingting.testing.Seeds;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// Whatever bytes come, a socket answers or closes with the code that says why: nothing escapes, hangs or leaks.
@Tag("no-database")
class FrameFuzzTest {
    private static final int CASES = 1_500;
    private static final Set<Integer> CLOSED_FOR_IT = Set.of(4400, 1002, 1003, 1007, 1009, TestClient.ABNORMAL);
    private static final Path GOLDEN = Path.of("src/test/resources/golden/native");

    private static final String ID = "\"0199a3c3-0000-7000-8000-000000000000\"";
    private static final List<String> REQUESTS = List.of(
            "{\"id\":1,\"type\":\"send_message\",\"data\":{\"room_id\":" + ID + ",\"client_msg_id\":" + ID
                    + ",\"content\":\"Chào Bình!\",\"mentions\":[" + ID + "]}}",
            "{\"id\":2,\"type\":\"edit_message\",\"data\":{\"message_id\":" + ID + ",\"content\":\"…\"}}",
            "{\"id\":3,\"type\":\"react\",\"data\":{\"message_id\":" + ID + ",\"reaction_type\":\"❤️\"}}",
            "{\"id\":4,\"type\":\"read\",\"data\":{\"room_id\":" + ID + ",\"seq\":12}}",
            "{\"id\":5,\"type\":\"watch\",\"data\":{\"user_ids\":[" + ID + "]}}",
            "{\"id\":6,\"type\":\"resume\",\"data\":{\"epoch\":\"x\",\"user_rev\":1,\"rooms\":{" + ID + ":3}}}");

    private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
    private final ListAppender<ILoggingEvent> accidents = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> frames = frames();
    /// Codes that we sent ourselves: they come back.
    private final Set<Integer> goodbyes = new HashSet<>(Set.of(1005));

    @BeforeEach
    void watch() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        accidents.start();
        root.addAppender(accidents);
    }

    @AfterEach
    void unwatch() {
        root.detachAppender(accidents);
        ResourceLeakDetector.setLevel(before);
    }

    @Test
    void a_socket_answers_noise_or_closes_and_says_why() {
        try (TestServer server = TestServer.start(TestServer.LIMITS_LIFTED)) {
            Person an = Person.register(server.url(), "anh");
            TestClient socket = null;
            for (long seed : Seeds.seeds(CASES)) {
                socket = socket != null && socket.isOpen() ? socket : ready(an);
                try {
                    if (!survives(socket, seed)) {
                        socket.close();
                        socket = null;
                    }
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(Seeds.repeat(seed) + ": " + e.getMessage(), e);
                }
            }
            assertThat(ready(an).isOpen()).isTrue();
        }
        lookForLeaks();
        assertThat(accidents.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.WARN))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    private static TestClient ready(Person person) {
        TestClient socket = person.socket();
        socket.await("ready");
        return socket;
    }

    /// Does one hostile thing; answers whether the socket can go on.
    private boolean survives(TestClient socket, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Noise noise = new Noise(random, frames);
        try {
            switch (random.nextInt(8)) {
                case 0 -> inPieces(socket, noise);
                case 1 -> socket.send(TestClient.PING, true, noise.bytes(random.nextInt(130)));
                case 2 -> socket.send(TestClient.CLOSE, true, goodbye(noise.bytes(random.nextInt(5))));
                case 3 -> {
                    // may announce a long frame that never comes: nothing to wait for
                    socket.sendRaw(noise.bytes(random.nextInt(1, 60)));
                    return false;
                }
                default -> socket.send(TestClient.TEXT, true, noise.next());
            }
            socket.sendText("{\"type\":\"ping\",\"id\":\"seed " + seed + "\"}");
        } catch (IOException | UncheckedIOException closed) {
            // it was closed while we wrote; the code is looked at below
        }
        return answers(socket, "seed " + seed);
    }

    private byte[] goodbye(byte[] payload) {
        if (payload.length > 1) {
            goodbyes.add(Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort()));
        }
        return payload;
    }

    private static void inPieces(TestClient socket, Noise noise) throws IOException {
        int opcode = TestClient.TEXT;
        List<byte[]> pieces = noise.pieces(noise.next());
        for (int i = 0; i < pieces.size(); i++) {
            socket.send(opcode, i == pieces.size() - 1, pieces.get(i));
            socket.send(TestClient.PING, true, new byte[i % 126]);
            opcode = 0;
        }
    }

    /// Waits for the pong, or for the end of the socket.
    private boolean answers(TestClient socket, String id) {
        for (JsonNode frame = socket.take(); frame != null; frame = socket.take()) {
            assertThat(frame.path("error").path("code").asText()).isNotEqualTo("internal");
            if (frame.path("type").asText().equals("pong")
                    && frame.path("id").asText().equals(id)) {
                return true;
            }
        }
        int code = socket.awaitClose();
        assertThat(CLOSED_FOR_IT.contains(code) || goodbyes.contains(code))
                .as("close code " + code)
                .isTrue();
        return false;
    }

    /// What was leaked is reported when it was collected and another buffer is made.
    private static void lookForLeaks() {
        for (int i = 0; i < 5; i++) {
            System.gc();
            ByteBufAllocator.DEFAULT.directBuffer(1).release();
        }
    }

    /// The golden frames, and requests of every type.
    private static List<String> frames() {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return Stream.concat(files.sorted().map(FrameFuzzTest::read), REQUESTS.stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
