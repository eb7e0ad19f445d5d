package tingting.live;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An outlet that keeps what was written.
final class Remembering implements Outlet {
    final List<String> written = new CopyOnWriteArrayList<>();
    volatile boolean writable = true;
    volatile CloseCode closed = CloseCode.NORMAL;

    @Override
    public void write(Frame frame) {
        ByteBuf payload = frame.payload();
        written.add(payload.toString(StandardCharsets.UTF_8));
        payload.release();
    }

    /// The revs of the changes that were written, in their order.
    List<Long> revs() {
        return written.stream()
                .filter(text -> text.startsWith("rev "))
                .map(text -> Long.valueOf(text.substring(4)))
                .toList();
    }

    @Override
    public void flush() {}

    @Override
    public long pendingBytes() {
        return 0;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void reading(boolean on) {}

    @Override
    public void close(CloseCode why) {
        closed = why;
    }

    @Override
    public void reset() {}
}
