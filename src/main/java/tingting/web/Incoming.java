package tingting.web;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What arrives on an event loop, for a virtual thread to read. A few chunks lie in memory; while nobody reads, the
/// rest waits in the network.
final class Incoming extends InputStream {
    private static final int AHEAD = 16;

    private sealed interface Arrival {}

    private record Chunk(byte[] bytes) implements Arrival {}

    private record Failed(Throwable why) implements Arrival {}

    private record End() implements Arrival {}

    private final Context loop;
    private final ReadStream<Buffer> stream;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private byte[] chunk = new byte[0];
    private int position;
    private int taken;
    private boolean ended;

    /// On the event loop, before anything of the stream has been read.
    Incoming(Context loop, ReadStream<Buffer> stream) {
        this.loop = loop;
        this.stream = stream;
        stream.pause()
                .handler(buffer -> arrivals.add(new Chunk(buffer.getBytes())))
                .exceptionHandler(this::fail);
        stream.fetch(AHEAD);
    }

    /// Nothing comes after what has arrived. On the event loop.
    void end() {
        arrivals.add(new End());
    }

    /// What has arrived is all there will be, and not all there should be. On the event loop.
    void fail(Throwable why) {
        arrivals.add(new Failed(why));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// @throws IOException when the sender has left before the end
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!ended && position == chunk.length) {
            next();
        }
        if (ended) {
            return -1;
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, count);
        position += count;
        return count;
    }

    private void next() throws IOException {
        switch (take()) {
            case Chunk(byte[] bytes) -> {
                chunk = bytes;
                position = 0;
                ask();
            }
            case Failed(Throwable why) -> throw new IOException("The sender has left.", why);
            case End() -> ended = true;
        }
    }

    /// For as many as were read, half of what may lie in memory at a time.
    private void ask() {
        if (++taken == AHEAD / 2) {
            int count = taken;
            taken = 0;
            loop.runOnContext(_ -> stream.fetch(count));
        }
    }

    private Arrival take() throws InterruptedIOException {
        try {
            return arrivals.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server stops.");
        }
    }
}
