package tingting.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket after its handshake (RFC 6455): reads text messages, puts fragments together, refuses what is not
/// allowed, answers pings and closes, beats; writes frames that are already encoded. Touched only on its lane.
public final class Socket extends ChannelInboundHandlerAdapter implements Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final int PINGS_A_BEAT = 1_000;
    private static final int BEATS_MISSED = 2;

    private final Lane lane;
    private final Limits limits;
    private final Channel channel;
    private final ChannelHandlerContext encoder;
    private final Receiver receiver;
    private @Nullable ByteBuf fragments;
    private boolean unflushed;
    private boolean closing;
    private byte missed;
    private short pings;
    /// Its place on the lane's wheel.
    int spoke;

    int index;

    /// What a socket's messages mean. Called on the lane.
    public interface Receiver {
        /// A whole text message in valid UTF-8; `payload` is the caller's and valid during the call only.
        void text(ByteBuf payload);

        /// More may be written again.
        void writable();

        /// The socket is closed or closing: nothing is read or written any more. Called once.
        void closed();
    }

    /// @param encoder the context of the pipeline's frame encoder: what is written from there is not encoded again
    Socket(Lane lane, Limits limits, ChannelHandlerContext encoder, Function<Socket, Receiver> receiver) {
        this.lane = lane;
        this.limits = limits;
        this.channel = encoder.channel();
        this.encoder = encoder;
        this.receiver = receiver.apply(this);
        lane.wheel().add(this);
    }

    public Lane lane() {
        return lane;
    }

    // ---- reading

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            missed = 0;
            if (message instanceof WebSocketFrame frame) {
                read(frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame close) {
            closedByPeer(close);
        } else if (!closing) {
            switch (frame) {
                case TextWebSocketFrame text when text.isFinalFragment() -> message(text.content());
                case TextWebSocketFrame text -> fragment(text);
                case ContinuationWebSocketFrame next -> fragment(next);
                case PingWebSocketFrame ping -> answer(ping);
                case PongWebSocketFrame _ -> {}
                default -> close(CloseCode.BINARY_REFUSED);
            }
        }
    }

    private void message(ByteBuf payload) {
        if (ByteBufUtil.isText(payload, payload.readerIndex(), payload.readableBytes(), StandardCharsets.UTF_8)) {
            receiver.text(payload);
        } else {
            close(CloseCode.INVALID_TEXT);
        }
    }

    /// Fragments count together. That they come in an allowed order is the decoder's to see to.
    private void fragment(WebSocketFrame frame) {
        ByteBuf whole = fragments == null ? fragments = channel.alloc().buffer() : fragments;
        if (whole.readableBytes() + frame.content().readableBytes() > limits.frameBytes()) {
            dropFragments();
            close(CloseCode.TOO_BIG);
            return;
        }
        whole.writeBytes(frame.content());
        if (frame.isFinalFragment()) {
            try {
                message(whole);
            } finally {
                dropFragments();
            }
        }
    }

    private void dropFragments() {
        if (fragments != null) {
            fragments.release();
            fragments = null;
        }
    }

    private void answer(PingWebSocketFrame ping) {
        if (++pings > PINGS_A_BEAT) {
            close(CloseCode.FLOODING);
        } else if (pendingBytes() > limits.pendingBytes()) {
            close(CloseCode.SLOW_CONSUMER);
        } else {
            Frame pong = Frame.pong(ping.content());
            write(pong);
            pong.release();
        }
    }

    /// Echoes the peer's code (section 5.5.1), unless it answers ours: then both have said goodbye.
    private void closedByPeer(CloseWebSocketFrame close) {
        if (!closing) {
            goodbye(close.statusCode() < 0 ? WebSocketCloseStatus.EMPTY.code() : close.statusCode(), "");
        }
        channel.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (channel.isWritable()) {
            receiver.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        dropFragments();
        lane.wheel().remove(this);
        over();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupt) {
            // the decoder reads nothing any more, so no answer to our close will be seen
            goodbye(corrupt.closeStatus().code(), "");
            lane.loop().schedule(() -> channel.close(), 1, TimeUnit.SECONDS);
        } else if (cause instanceof IOException) {
            reset();
        } else {
            LOG.error("a socket's handler failed", cause);
            close(CloseCode.INTERNAL);
        }
    }

    // ---- writing

    @Override
    public void write(Frame frame) {
        if (!closing) {
            encoder.write(frame.wire(), encoder.voidPromise());
            if (!unflushed) {
                unflushed = true;
                lane.flushLater(this);
            }
        }
    }

    /// Sends a text frame of one's own.
    public void send(Payload payload) {
        Frame frame = Frame.text(payload);
        write(frame);
        frame.release();
    }

    @Override
    public void flush() {
        unflushed = false;
        encoder.flush();
    }

    @Override
    public long pendingBytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    @Override
    public boolean writable() {
        return channel.isWritable();
    }

    @Override
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    /// Pings; closes when the peer has not been heard of since the last two pings.
    void beat() {
        pings = 0;
        if (!channel.config().isAutoRead()) {
            return; // we do not listen ourselves
        }
        if (missed >= BEATS_MISSED) {
            channel.close();
        } else {
            missed++;
            Frame ping = Frame.ping();
            write(ping);
            ping.release();
        }
    }

    // ---- closing

    @Override
    public void close(CloseCode why) {
        goodbye(why.code(), why.reason());
    }

    private void goodbye(int code, String reason) {
        if (closing || !channel.isActive()) {
            return;
        }
        Frame frame = Frame.close(code, reason);
        write(frame);
        frame.release();
        flush();
        // from here on only the peer's close is of interest
        reading(true);
        lane.loop().schedule(this::reset, limits.closing().toMillis(), TimeUnit.MILLISECONDS);
        over();
    }

    private void over() {
        if (!closing) {
            closing = true;
            receiver.closed();
        }
    }

    /// Ends a slow consumer at once, so that what waits for it is free.
    void drop() {
        over();
        reset();
    }

    @Override
    public void reset() {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }
}
