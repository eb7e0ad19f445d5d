package tingting.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;

/// A member of a room: takes up where the room is, then sees to it that every change comes, each once and in order.
/// Touched only on its loop.
class Member extends Client {
    private static final byte[] NEW_MESSAGE = "{\"type\":\"new_message\"".getBytes(US_ASCII);
    private static final byte[] REV = "\"rev\":".getBytes(US_ASCII);
    private static final byte[] ANSWER = "{\"id\":\"".getBytes(US_ASCII);
    private static final byte[] RESET = "{\"type\":\"reset\"".getBytes(US_ASCII);

    /// What it knows that takes its room up where it is.
    static final long NEWEST = -1;

    private final long known;
    private @Nullable Sender sender;
    private long first;
    private long rev;
    private long newest;
    private boolean resumed;
    private boolean there;

    /// @param known the rev of its room that it claims to know: it wants all that happened since. 0 for all that ever
    ///     did, [#NEWEST] for nothing of it
    Member(Loop loop, String path, String token, long known) {
        super(loop, path, token);
        this.known = known;
    }

    /// Makes it one that writes; before it connects.
    void writes(Sender writer) {
        sender = writer;
    }

    /// How many changes came since it was in step.
    long heard() {
        return rev - first;
    }

    /// The number of the last change that it has.
    long rev() {
        return rev;
    }

    /// How many changes there were that it did not know when it came.
    long missed() {
        return newest - first;
    }

    /// A measured message came, which was sent then, in nanoseconds of this process.
    void delivered(long sentAt) {
        loop().delivered(sentAt);
    }

    /// The server cannot tell what this one has missed.
    ///
    /// @param frame with the rev to go on at
    void reset(JsonNode frame) {
        failed("the server answered " + frame);
    }

    /// Goes on at this rev without what came before it.
    void goOnAt(long newRev) {
        rev = newRev;
    }

    @Override
    void text(byte[] bytes, int length) {
        if (Scan.startsWith(bytes, length, NEW_MESSAGE)) {
            hear(bytes, length);
        } else if (sender != null && Scan.startsWith(bytes, length, ANSWER)) {
            sender.answered(bytes, length);
        } else if (!there) {
            join(bytes, length);
        } else if (Scan.startsWith(bytes, length, RESET)) {
            loop().trouble("a reset instead of changes");
        }
    }

    private void hear(byte[] bytes, int length) {
        int at = Scan.after(bytes, NEW_MESSAGE.length, length, REV);
        long number = Scan.number(bytes, at);
        if (number > rev + 1) {
            loop().trouble("a delivery missing before its successor");
        } else if (number <= rev) {
            loop().trouble("a delivery doubled or out of order");
        }
        rev = Math.max(rev, number);
        if (!there) {
            arriveWhenComplete();
            return;
        }
        int mark = Scan.after(bytes, at, length, Content.MARK);
        if (mark < 0) {
            loop().trouble("a message that nobody of us sent");
            return;
        }
        delivered(Content.sentAt(bytes, mark));
        if (sender != null && Content.sender(bytes, mark) == sender.number()) {
            sender.echoed();
        }
    }

    private void join(byte[] bytes, int length) {
        JsonNode frame = Json.parse(Arrays.copyOf(bytes, length));
        switch (frame.path("type").asText()) {
            case "ready" -> resume(frame.path("data"));
            case "resumed" -> {
                resumed = true;
                arriveWhenComplete();
            }
            case "reset" -> reset(frame);
            case "room_removed", "error" -> failed("the server answered " + frame);
            default -> {}
        }
    }

    private void resume(JsonNode ready) {
        Map<String, Long> revs = new HashMap<>();
        for (JsonNode room : ready.path("rooms")) {
            newest = room.path("rev").asLong();
            revs.put(room.path("room_id").asText(), known == NEWEST ? newest : known);
        }
        first = known == NEWEST ? newest : known;
        rev = first;
        send(Json.bytes(Map.of(
                "type",
                "resume",
                "data",
                Map.of("epoch", ready.path("epoch"), "user_rev", ready.path("user_rev"), "rooms", revs))));
    }

    private void arriveWhenComplete() {
        if (resumed && rev >= newest) {
            there = true;
            arrived();
        }
    }
}
