package tingting.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tingting.live.Attendance;
import tingting.live.Limits;
import tingting.live.Live;
import tingting.live.Socket;

/// The least that the same frames cost: a relay on the same transport, lanes and shared frames as the real server, but
/// without storage, accounts, checks and JSON. Started by [Child] in a process of its own.
final class Floor {
    private static final int BACKLOG = 4096;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /// Its lanes never rest: here messages wait for nothing but them, and gather anyway.
    private final Live live = new Live(
            List.of(),
            (room, after, limit) -> List.of(),
            Attendance.ignored(),
            Limits.defaults().restless());
    private final Map<String, FloorRoom> rooms = new ConcurrentHashMap<>();

    private Floor() {}

    /// Serves until the process is ended.
    public static void main(String[] args) throws Exception {
        Floor floor = new Floor();
        Vertx vertx =
                Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(CORES));
        HttpServerOptions options = new HttpServerOptions()
                .setAcceptBacklog(BACKLOG)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
        int port = 0;
        for (int i = 0; i < CORES; i++) {
            port = vertx.createHttpServer(options)
                    .webSocketHandshakeHandler(floor::accept)
                    .listen(SocketAddress.sharedRandomPort(1, "127.0.0.1"))
                    .await(10, TimeUnit.SECONDS)
                    .actualPort();
        }
        System.out.println(Child.READY + "http://127.0.0.1:" + port);
    }

    private void accept(ServerWebSocketHandshake handshake) {
        // the address is one of ours: ?room=ID
        String roomId = handshake.uri().substring(handshake.uri().indexOf('=') + 1);
        FloorRoom room = rooms.computeIfAbsent(roomId, FloorRoom::new);
        live.accept(handshake, socket -> new Relay(room, socket));
    }

    /// One client. Touched only on its lane.
    private record Relay(FloorRoom room, Socket socket) implements Socket.Receiver {
        private static final byte ID = 'i';
        private static final int ID_AT = "{\"id\":\"".length();
        private static final int ID_LENGTH = 8;

        Relay {
            room.add(socket);
            byte[] ready = room.ready();
            socket.send(out -> out.write(ready));
        }

        /// A message begins with its id, and has its text between the mark and a fixed length; all else is a resume.
        @Override
        public void text(ByteBuf payload) {
            int start = payload.readerIndex();
            if (payload.getByte(start + 2) != ID) {
                byte[] resumed = "{\"type\":\"resumed\",\"data\":{\"rooms\":1,\"events\":0}}".getBytes(UTF_8);
                socket.send(out -> out.write(resumed));
                return;
            }
            byte[] id = new byte[ID_LENGTH];
            payload.getBytes(start + ID_AT, id);
            byte[] content = new byte[Content.LENGTH];
            payload.getBytes(payload.indexOf(start, payload.writerIndex(), Content.MARK[0]), content);
            room.relay(socket, id, content);
        }

        @Override
        public void writable() {}

        @Override
        public void closed() {
            room.remove(socket);
        }
    }
}
