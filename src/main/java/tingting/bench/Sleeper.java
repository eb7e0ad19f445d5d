package tingting.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import java.util.concurrent.CompletableFuture;
import tingting.live.CloseCode;

/// A member that stops reading for a while, and finds out what the server made of that when it reads again. The times
/// of what it hears count for nothing. Touched only on its loop.
final class Sleeper extends Member {
    /// Small, so that little waits where the server does not see it.
    private static final int RECEIVE_BUFFER = 16 * 1024;

    private final String token;
    private final CompletableFuture<Waking> waking = new CompletableFuture<>();
    private boolean slept;
    private boolean anew;
    private long wokenAt = Long.MAX_VALUE;

    /// What a sleeper wakes up to.
    enum Waking {
        /// Its connection was closed with 4503.
        CLOSED,
        /// Its connection was cut off without a word.
        RESET,
        /// It is still there.
        KEPT
    }

    /// @param known see [Member]
    Sleeper(Loop loop, String token, long known) {
        super(loop, "/ws", token, known);
        this.token = token;
    }

    /// The same person on a new connection, who knows what this one has come to know.
    Sleeper comingBack() {
        return new Sleeper(loop(), token, rev());
    }

    void fallAsleep() {
        slept = true;
        reading(false);
    }

    void wake() {
        wokenAt = System.nanoTime();
        reading(true);
    }

    /// Whether it knows what it woke up to. Asked from any thread, as what follows is.
    boolean isAwake() {
        return waking.isDone();
    }

    boolean wokeTo(Waking what) {
        return waking.getNow(null) == what;
    }

    /// Whether it was told to fetch the room anew, since too much had happened.
    boolean isAnew() {
        return anew;
    }

    @Override
    void prepare(Bootstrap connection) {
        connection.option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER);
    }

    /// What was sent after the waking has come over the old connection.
    @Override
    void delivered(long sentAt) {
        if (sentAt > wokenAt) {
            waking.complete(Waking.KEPT);
        }
    }

    @Override
    void closed(int code) {
        if (!slept || code != CloseCode.SLOW_CONSUMER.code() || !waking.complete(Waking.CLOSED)) {
            super.failed("closed with %d".formatted(code));
        }
    }

    @Override
    void failed(String why) {
        if (!slept || !waking.complete(Waking.RESET)) {
            super.failed(why);
        }
    }

    @Override
    void reset(JsonNode frame) {
        anew = true;
        goOnAt(frame.path("data").path("rev").asLong());
    }
}
