package tingting.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// One outgoing WebSocket frame, header and payload in one buffer: unmasked (RFC 6455, section 5.1), so the same
/// bytes serve every recipient. Immutable once made; whoever made it releases it once, writers take duplicates.
public final class Frame {
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    /// The longest unmasked header: two bytes and eight of length.
    private static final int HEADER_ROOM = 10;
    private static final int USUAL_SIZE = 512;

    private final ByteBuf bytes;
    private final int header;

    private Frame(ByteBuf bytes, int header) {
        this.bytes = bytes;
        this.header = header;
    }

    /// A text frame.
    public static Frame text(Payload payload) {
        return of(TEXT, payload);
    }

    static Frame ping() {
        return of(PING, out -> {});
    }

    /// Answers a ping with its own payload (RFC 6455, section 5.5.3).
    static Frame pong(ByteBuf payload) {
        return of(PONG, out -> payload.getBytes(payload.readerIndex(), out, payload.readableBytes()));
    }

    /// A close frame; `reason` is at most 123 bytes of UTF-8. Without a code ([WebSocketCloseStatus#EMPTY]) it is
    /// empty.
    static Frame close(int code, String reason) {
        if (code == WebSocketCloseStatus.EMPTY.code()) {
            return of(CLOSE, out -> {});
        }
        return of(CLOSE, out -> {
            out.write(code >>> 8);
            out.write(code);
            out.write(reason.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Frame of(int opcode, Payload payload) {
        ByteBuf bytes = ByteBufAllocator.DEFAULT.directBuffer(USUAL_SIZE);
        boolean written = false;
        try (ByteBufOutputStream out = new ByteBufOutputStream(bytes.writeZero(HEADER_ROOM))) {
            payload.write(out);
            written = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!written) {
                bytes.release();
            }
        }
        return new Frame(bytes, putHeader(bytes, opcode));
    }

    /// Puts the header right before the payload, whose length is only known now; answers its size.
    private static int putHeader(ByteBuf bytes, int opcode) {
        int length = bytes.readableBytes() - HEADER_ROOM;
        int size = length < 126 ? 2 : length <= 0xFFFF ? 4 : 10;
        int start = HEADER_ROOM - size;
        bytes.readerIndex(start);
        bytes.setByte(start, opcode);
        switch (size) {
            case 2 -> bytes.setByte(start + 1, length);
            case 4 -> bytes.setByte(start + 1, 126).setShort(start + 2, length);
            case 10 -> bytes.setByte(start + 1, 127).setLong(start + 2, length);
            default -> throw new IllegalStateException();
        }
        return size;
    }

    /// Header and payload, for a WebSocket: the taker's to release.
    public ByteBuf wire() {
        return bytes.retainedDuplicate();
    }

    /// The payload alone, for other carriers: the taker's to release.
    public ByteBuf payload() {
        return bytes.retainedSlice(bytes.readerIndex() + header, bytes.readableBytes() - header);
    }

    /// Bytes on the wire.
    public int size() {
        return bytes.readableBytes();
    }

    /// Whether there is nothing to tell.
    boolean isEmpty() {
        return bytes.readableBytes() == header;
    }

    /// Takes a share of its own, to be released once more.
    Frame share() {
        bytes.retain();
        return this;
    }

    /// Gives up a share.
    public void release() {
        bytes.release();
    }
}
