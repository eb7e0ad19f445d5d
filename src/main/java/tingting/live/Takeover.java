package tingting.live;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a WebSocket over from Vert.x once the handshake is done: Vert.x routes the request and shakes hands, then
/// its handler in the Netty pipeline is replaced by our own [Socket], and its connection object becomes garbage.
///
/// Why: measured on two cores, 1 → 1000 fan-out, server CPU per delivered message and heap per idle connection:
/// `writeTextMessage` to each 3.1 µs and 14.3 KB (two queues of 1024 slots a connection); shared frames past its
/// encoder 0.69 µs and 14.3 KB; sockets taken over 0.62 µs and 1.7 KB, the same as bare Netty.
///
/// It leans on one thing outside Vert.x's public API, [WebSocketInternal#channelHandlerContext], and on the
/// pipeline's shape, `[wsdecoder, wsencoder, handler]`: `TakeoverTest` fails when an upgrade changes either. Then
/// the way back is an [Outlet] that writes through [ServerWebSocket] itself.
final class Takeover {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);
    /// Both compressions must be off in the server's options, or handlers of theirs stand here as well.
    static final List<String> SHAPE = List.of("wsdecoder", "wsencoder", "handler");

    /// What the kernel may hold back of a socket, in bytes, when its peer reads slowly. By itself it takes up to four
    /// megabytes for each: past every bound on what waits here, and sent to nobody.
    private static final int UNSENT = 128 * 1024;

    private final Live live;

    Takeover(Live live) {
        this.live = live;
    }

    /// Shakes hands and begins the socket; on the event loop of the request.
    void accept(ServerWebSocketHandshake handshake, Function<Socket, Socket.Receiver> receiver) {
        handshake
                .accept()
                .onSuccess(socket -> take(socket, receiver))
                .onFailure(e -> LOG.debug("a handshake failed", e));
    }

    /// Called by Vert.x on the event loop right after the handshake, before anything more is read.
    private void take(ServerWebSocket accepted, Function<Socket, Socket.Receiver> receiver) {
        ChannelHandlerContext context = ((WebSocketInternal) accepted).channelHandlerContext();
        ChannelPipeline pipeline = context.pipeline();
        for (String name : pipeline.names()) {
            if (pipeline.get(name) instanceof IdleStateHandler idle) {
                pipeline.remove(idle);
            }
        }
        Lane lane = live.lane(context.channel().eventLoop());
        Socket socket = new Socket(lane, live.limits(), pipeline.context("wsencoder"), receiver);
        pipeline.replace("wsdecoder", "wsdecoder", decoder());
        pipeline.replace("handler", "handler", socket);
        if (!context.channel().isActive()) {
            socket.channelInactive(context);
        }
        // of no effect on other transports
        context.channel().config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, (long) UNSENT);
        context.channel().config().setAutoRead(true);
    }

    /// Ours closes nothing by itself: its own close frame would go past the encoder and never arrive.
    private ChannelHandler decoder() {
        return new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(true)
                .allowExtensions(false)
                .allowMaskMismatch(false)
                .maxFramePayloadLength(live.limits().frameBytes())
                .closeOnProtocolViolation(false)
                .withUTF8Validator(false)
                .build());
    }
}
