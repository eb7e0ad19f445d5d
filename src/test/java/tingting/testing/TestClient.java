package tingting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tingting.contract.SocketContract;
import tingting.protocol.Json;

/// A native client of the server, down to the bytes of RFC 6455: so that tests can also do what no library would.
public final class TestClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Comes after the last frame.
    private static final JsonNode END = MissingNode.getInstance();
    /// The code of a connection that ended without a close frame.
    public static final int ABNORMAL = 1006;

    private static final Pattern NATIVE = Pattern.compile("/ws([/?].*)?");

    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int status;
    private volatile boolean answersPings = true;
    private volatile int closeCode = ABNORMAL;
    /// Null for a socket of another dialect.
    private final @Nullable SocketContract contract;
    private volatile @Nullable AssertionError breach;
    private int lastId;

    private TestClient(int port, String path, Map<String, String> headers, int receiveBuffer) throws IOException {
        socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        contract = NATIVE.matcher(path).matches() ? new SocketContract() : null;
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(new byte[16]) + "\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        out.write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        status = Integer.parseInt(readLine().split(" ")[1]);
        while (!readLine().isEmpty()) {}
    }

    /// Opens a socket at a path with a query, for example `/ws?token=…`, and reads all it is sent.
    public static TestClient open(int port, String path) {
        return open(port, path, Map.of());
    }

    public static TestClient open(int port, String path, Map<String, String> headers) {
        TestClient client = shakeHands(port, path, headers);
        assertThat(client.status).isEqualTo(101);
        client.read();
        return client;
    }

    /// Answers the HTTP status of the handshake.
    public static int handshake(int port, String path, Map<String, String> headers) {
        try (TestClient client = shakeHands(port, path, headers)) {
            return client.status;
        }
    }

    /// Opens a socket that reads nothing before [#read].
    public static TestClient openWithoutReading(int port, String path) {
        try {
            return new TestClient(port, path, Map.of(), 4096);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestClient shakeHands(int port, String path, Map<String, String> headers) {
        try {
            return new TestClient(port, path, headers, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.US_ASCII).stripTrailing();
    }

    /// Begins to read what the server sends.
    public void read() {
        Thread.ofVirtual().name("test-client").start(() -> {
            try {
                while (readFrame()) {}
            } catch (IOException gone) {
                // the close code says how it ended
            } finally {
                closed.countDown();
                frames.add(END);
            }
        });
    }

    private boolean readFrame() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0F;
        long length = in.readUnsignedByte();
        length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] payload = in.readNBytes((int) length);
        switch (opcode) {
            case TEXT -> {
                JsonNode frame = Json.parse(payload);
                hold(frame);
                frames.add(frame);
            }
            case PING -> {
                if (answersPings) {
                    send(PONG, true, payload);
                }
            }
            case PONG -> pongs.add(new String(payload, StandardCharsets.UTF_8));
            case CLOSE -> {
                closeCode = length < 2
                        ? 1005
                        : Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
                send(CLOSE, true, payload);
                return false;
            }
            default -> throw new IOException("unexpected opcode " + opcode);
        }
        return true;
    }

    /// What is not as docs/asyncapi.yaml describes it fails the test when it goes on.
    private void hold(JsonNode frame) {
        try {
            if (contract != null) {
                contract.hold(frame);
            }
        } catch (AssertionError other) {
            breach = other;
        }
    }

    private void throwBreach() {
        if (breach != null) {
            throw breach;
        }
    }

    /// From now on the server's pings go unanswered.
    public void ignorePings() {
        answersPings = false;
    }

    /// Sends one masked frame of whatever kind.
    public synchronized void send(int opcode, boolean last, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write((last ? 0x80 : 0) | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.write(0x80 | 126);
            frame.write(payload.length >>> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        // a mask of zeros leaves the payload as it is
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
    }

    /// Sends bytes that may be no frame at all.
    public void sendRaw(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    public void sendText(String text) {
        try {
            send(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a request without an id.
    public void tell(String type, Object data) {
        sendText(new String(Json.bytes(Map.of("type", type, "data", data)), StandardCharsets.UTF_8));
    }

    /// Sends a request; answers its id.
    public String ask(String type, Object data) {
        String id = "r" + ++lastId;
        ask(id, type, data);
        return id;
    }

    /// Sends a request under this id.
    public void ask(String id, String type, Object data) {
        byte[] frame = Json.bytes(Map.of("id", id, "type", type, "data", data));
        if (contract != null) {
            contract.asked(id, type, frame);
        }
        sendText(new String(frame, StandardCharsets.UTF_8));
    }

    /// Sends a request and waits for its answer, passing over everything else: the ack's data.
    public JsonNode request(String type, Object data) {
        String id = ask(type, data);
        JsonNode answer = await(frame -> id.equals(frame.path("id").asText()));
        assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("ack");
        return answer.get("data");
    }

    /// Sends a request and waits for the code of the error that it gets.
    public String refused(String type, Object data) {
        String id = ask(type, data);
        JsonNode answer = await(frame -> id.equals(frame.path("id").asText()));
        assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("error");
        return answer.path("error").path("code").asText();
    }

    /// The next frame.
    public JsonNode next() {
        JsonNode frame = poll(PATIENCE);
        assertThat(frame)
                .as("a frame within " + PATIENCE + ", closed with " + closeCode)
                .isNotNull();
        return java.util.Objects.requireNonNull(frame);
    }

    /// The next frame within that time, null when there is none.
    public @Nullable JsonNode poll(Duration time) {
        try {
            return unlessEnd(frames.poll(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The next frame, however long it takes; null once the socket is closed and everything was read.
    public @Nullable JsonNode take() {
        try {
            return unlessEnd(frames.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable JsonNode unlessEnd(@Nullable JsonNode frame) {
        throwBreach();
        if (frame == END) {
            frames.add(END);
            return null;
        }
        return frame;
    }

    /// The next frame of that type, passing over all others.
    public JsonNode await(String type) {
        return await(frame -> type.equals(frame.path("type").asText()));
    }

    public JsonNode await(Predicate<JsonNode> wanted) {
        while (true) {
            JsonNode frame = next();
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    /// So many frames of that type, passing over all others.
    public List<JsonNode> await(String type, int count) {
        List<JsonNode> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(await(type));
        }
        return all;
    }

    /// The next pong's payload.
    public String awaitPong() throws InterruptedException {
        return String.valueOf(pongs.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    public boolean isOpen() {
        return closed.getCount() > 0;
    }

    /// Waits until the server has closed the socket; answers with what code.
    public int awaitClose() {
        return awaitClose(PATIENCE);
    }

    public int awaitClose(Duration time) {
        try {
            assertThat(closed.await(time.toMillis(), TimeUnit.MILLISECONDS))
                    .as("closed within " + time)
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return closeCode;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throwBreach();
    }
}
