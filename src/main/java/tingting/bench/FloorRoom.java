package tingting.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tingting.live.Frame;
import tingting.live.Lane;
import tingting.live.Socket;
import tingting.message.SendReceipt;
import tingting.protocol.Json;
import tingting.protocol.Message;

/// A room of the [Floor]: numbers what is written in it, and hands it to every lane that has members, as one frame for
/// all. Safe from any thread.
final class FloorRoom {
    private static final String TEXT = "~".repeat(Content.LENGTH);
    private static final Instant NOW = Instant.EPOCH;

    private final UUID roomId;
    private final List<Row> rows = new CopyOnWriteArrayList<>();
    private final byte[] head;
    private final byte[] toContent;
    private final byte[] fromContent;
    private final byte[] ack;
    private long rev;

    /// The members on one lane. Touched only there.
    private record Row(Lane lane, List<Socket> sockets) {}

    FloorRoom(String roomId) {
        this.roomId = UUID.fromString(roomId);
        String data = new String(Json.bytes(message()), UTF_8);
        int content = data.indexOf(TEXT);
        head = "{\"type\":\"new_message\",\"room_id\":\"%s\",\"rev\":"
                .formatted(roomId)
                .getBytes(UTF_8);
        toContent = (",\"data\":" + data.substring(0, content)).getBytes(UTF_8);
        fromContent = (data.substring(content + TEXT.length()) + "}").getBytes(UTF_8);
        ack = ("\",\"type\":\"ack\",\"data\":%s}")
                .formatted(new String(
                        Json.bytes(new SendReceipt(this.roomId, this.roomId, 100_000, 100_000, NOW, false)), UTF_8))
                .getBytes(UTF_8);
    }

    /// As long as a real one.
    private Message message() {
        return new Message(
                roomId, roomId, 100_000, roomId, "text", TEXT, List.of(), null, null, List.of(), false, null, List.of(),
                roomId, NOW, null, null, null, false);
    }

    synchronized byte[] ready() {
        return "{\"type\":\"ready\",\"data\":{\"epoch\":\"floor\",\"user_rev\":1,\"rooms\":[{\"room_id\":\"%s\",\"rev\":%d}]}}"
                .formatted(roomId, rev)
                .getBytes(UTF_8);
    }

    /// On the socket's lane.
    void add(Socket socket) {
        row(socket.lane()).sockets.add(socket);
    }

    /// On the socket's lane.
    void remove(Socket socket) {
        row(socket.lane()).sockets.remove(socket);
    }

    private synchronized Row row(Lane lane) {
        for (Row row : rows) {
            if (row.lane == lane) {
                return row;
            }
        }
        Row row = new Row(lane, new ArrayList<>());
        rows.add(row);
        return row;
    }

    /// On the sender's lane.
    void relay(Socket sender, byte[] id, byte[] content) {
        sender.send(out -> {
            out.write("{\"id\":\"".getBytes(UTF_8));
            out.write(id);
            out.write(ack);
        });
        hand(content);
    }

    /// In the order of the numbers: one caller after the other.
    private synchronized void hand(byte[] content) {
        long number = ++rev;
        Frame frame = Frame.text(out -> write(out, number, content));
        AtomicInteger lanes = new AtomicInteger(rows.size());
        for (Row row : rows) {
            row.lane.execute(() -> {
                for (Socket socket : row.sockets) {
                    socket.write(frame);
                }
                if (lanes.decrementAndGet() == 0) {
                    frame.release();
                }
            });
        }
    }

    private void write(OutputStream out, long number, byte[] content) throws IOException {
        out.write(head);
        out.write(Long.toString(number).getBytes(UTF_8));
        out.write(toContent);
        out.write(content);
        out.write(fromContent);
    }
}
