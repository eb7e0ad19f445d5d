package tingting.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tingting.protocol.Json;

/// A member that writes. One message after the other is made in the same bytes; nothing is allocated but its frame.
/// Touched only on its member's loop.
final class Sender {
    private static final int ID = 8;
    private static final int COUNT = 12;
    private static final byte[] TYPE = "\"type\":\"".getBytes(US_ASCII);
    private static final byte[] ACK = "ack\"".getBytes(US_ASCII);
    private static final String HEAD = "{\"id\":\"";

    private final int number;
    private final Member member;
    private final boolean oneByOne;
    private final byte[] message;
    private final int countAt;
    private final int contentAt;
    private final Set<Long> unacked = new HashSet<>(4);
    private long sent;
    private long unheard;

    /// @param number among all senders
    /// @param roomId where it writes
    /// @param run eight hexadecimal digits that no other run has: message ids are made of them
    /// @param length of a message, at least [Content#LENGTH]
    /// @param oneByOne whether the next message follows when one has been acknowledged and come back
    Sender(int number, Member member, String roomId, String run, int length, boolean oneByOne) {
        this.number = number;
        this.member = member;
        this.oneByOne = oneByOne;
        String toId = HEAD + "0".repeat(ID) + "\",\"type\":\"send_message\",\"data\":{\"room_id\":\"" + roomId
                + "\",\"client_msg_id\":\"" + run
                + "-%04x-4%03x-8000-".formatted(number >>> 12 & 0xffff, number & 0xfff);
        String toContent = toId + "0".repeat(COUNT) + "\",\"kind\":\"text\",\"content\":\"";
        countAt = toId.length();
        contentAt = toContent.length();
        message = (toContent + "x".repeat(length) + "\"}}").getBytes(US_ASCII);
    }

    int number() {
        return number;
    }

    Member member() {
        return member;
    }

    /// Sends a message that was due at `dueAt`, in nanoseconds of this process.
    void send(long dueAt) {
        sent++;
        unacked.add(sent);
        unheard++;
        Scan.putHex(message, HEAD.length(), ID, sent);
        Scan.putHex(message, countAt, COUNT, sent);
        Content.put(message, contentAt, dueAt, number);
        member.loop().sent();
        member.send(message);
    }

    void answered(byte[] bytes, int length) {
        long id = Scan.hex(bytes, HEAD.length(), ID);
        int type = Scan.after(bytes, HEAD.length() + ID, length, TYPE);
        if (!unacked.remove(id)) {
            member.loop().trouble("an answer to nothing, or a second one");
        } else if (Scan.after(bytes, type, type + ACK.length, ACK) > 0) {
            member.loop().acked();
            goOn();
        } else {
            refused(Json.parse(Arrays.copyOf(bytes, length)).path("error"));
        }
    }

    private void refused(JsonNode error) {
        if (!error.path("code").asText().equals("rate_limited")) {
            member.loop().trouble("refused: " + error.path("message").asText());
            return;
        }
        unheard--;
        member.loop().refused();
        if (oneByOne) {
            member.loop()
                    .events()
                    .schedule(
                            this::goOn, Math.max(1, error.path("retry_after_ms").asLong()), TimeUnit.MILLISECONDS);
        }
    }

    /// One's own message came back.
    void echoed() {
        unheard--;
        goOn();
    }

    private void goOn() {
        if (oneByOne && unacked.isEmpty() && unheard == 0 && member.loop().sending()) {
            send(System.nanoTime());
        }
    }
}
