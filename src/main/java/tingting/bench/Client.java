package tingting.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One WebSocket of the load generator: shakes hands and reads frames (RFC 6455) with as little work and memory as can
/// be, for it shares the machine with what it measures. Touched only on its loop.
abstract class Client extends ChannelInboundHandlerAdapter {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final byte[] SWITCHED = "HTTP/1.1 101".getBytes(US_ASCII);
    private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(US_ASCII);
    /// Any key will do: it hides frames from confused proxies, of which there are none here (section 10.3).
    private static final byte[] MASK = {0x5a, 0x17, 0x3c, 0x71};

    private final Loop loop;
    private final String path;
    private final String token;
    private final CompletableFuture<Void> inStep = new CompletableFuture<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf rest;
    private boolean switched;
    private boolean leaving;

    /// @param path where the socket is, on its server
    /// @param token of whoever signs in
    Client(Loop loop, String path, String token) {
        this.loop = loop;
        this.path = path;
        this.token = token;
    }

    Loop loop() {
        return loop;
    }

    /// Completes when the client is connected, signed in, and knows what there is to know.
    CompletableFuture<Void> inStep() {
        return inStep;
    }

    /// A whole text message: the first `length` bytes, valid during the call.
    abstract void text(byte[] bytes, int length);

    void arrived() {
        inStep.complete(null);
    }

    /// Sets what its connection is to have beside the usual, before it connects.
    void prepare(Bootstrap connection) {}

    /// The server said goodbye.
    void closed(int code) {
        failed("closed with %d".formatted(code));
    }

    void failed(String why) {
        if (!inStep.completeExceptionally(new BenchFailure("A connection failed: %s.".formatted(why)))) {
            loop.trouble("a connection ended: " + why);
        }
    }

    /// Whether what comes is taken; what is not waits in the kernels of both sides, and then in the server.
    void reading(boolean on) {
        if (context != null) {
            context.channel().config().setAutoRead(on);
        }
    }

    /// Ends the connection without a word, as a lost network would.
    void leave() {
        leaving = true;
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
        String request = """
                GET %s HTTP/1.1\r
                Host: tingting\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                Sec-WebSocket-Version: 13\r
                Authorization: Bearer %s\r
                \r
                """.formatted(path, token);
        active.writeAndFlush(ByteBufUtil.writeAscii(active.alloc(), request), active.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        ByteBuf in = (ByteBuf) message;
        if (rest != null) {
            in = rest.writeBytes(in);
            ((ByteBuf) message).release();
            rest = null;
        }
        try {
            while (switched ? frame(in) : answer(in)) {
                // one more was whole
            }
            if (in.isReadable()) {
                rest = reading.alloc().buffer(in.readableBytes()).writeBytes(in);
            }
        } finally {
            in.release();
        }
    }

    /// Reads the server's answer to the handshake.
    private boolean answer(ByteBuf in) {
        byte[] bytes = loop.scratch();
        int length = Math.min(in.readableBytes(), bytes.length);
        in.getBytes(in.readerIndex(), bytes, 0, length);
        int end = Scan.after(bytes, 0, length, HEADERS_END);
        if (end < 0) {
            return false;
        }
        if (!Scan.startsWith(bytes, length, SWITCHED)) {
            failed("the server answered “%s”"
                    .formatted(new String(bytes, 0, length, US_ASCII)
                            .lines()
                            .findFirst()
                            .orElse("")));
            leave();
            in.skipBytes(in.readableBytes());
            return false;
        }
        in.skipBytes(end);
        switched = true;
        return true;
    }

    /// Reads one frame, if it is whole: a server's frames are not masked, and ours never come in fragments.
    private boolean frame(ByteBuf in) {
        if (in.readableBytes() < 2) {
            return false;
        }
        int start = in.readerIndex();
        int length = in.getByte(start + 1);
        int header = length < 126 ? 2 : length == 126 ? 4 : 10;
        if (in.readableBytes() < header) {
            return false;
        }
        if (header == 4) {
            length = in.getUnsignedShort(start + 2);
        } else if (header == 10) {
            length = Math.toIntExact(in.getLong(start + 2));
        }
        if (in.readableBytes() < header + length) {
            return false;
        }
        byte[] bytes = loop.scratch();
        in.getBytes(start + header, bytes, 0, length);
        in.skipBytes(header + length);
        take(in.getByte(start) & 15, bytes, length);
        return true;
    }

    private void take(int opcode, byte[] bytes, int length) {
        switch (opcode) {
            case TEXT -> text(bytes, length);
            case PING -> send(PONG, bytes, length);
            case CLOSE -> {
                closed(length < 2 ? 1005 : (bytes[0] & 255) << 8 | bytes[1] & 255);
                leave();
            }
            default -> {}
        }
    }

    /// Sends a text message.
    void send(byte[] bytes) {
        send(TEXT, bytes, bytes.length);
    }

    private void send(int opcode, byte[] bytes, int length) {
        ChannelHandlerContext to = context;
        if (to == null) {
            return;
        }
        ByteBuf frame = to.alloc().buffer(8 + length).writeByte(0x80 | opcode);
        if (length < 126) {
            frame.writeByte(0x80 | length);
        } else {
            frame.writeByte(0x80 | 126).writeShort(length);
        }
        frame.writeBytes(MASK);
        for (int i = 0; i < length; i++) {
            frame.writeByte(bytes[i] ^ MASK[i & 3]);
        }
        to.writeAndFlush(frame, to.voidPromise());
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        if (rest != null) {
            rest.release();
            rest = null;
        }
        if (!leaving) {
            leaving = true;
            failed("lost");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failing, Throwable cause) {
        if (!leaving) {
            failed(String.valueOf(cause.getMessage()));
            leave();
        }
    }
}
