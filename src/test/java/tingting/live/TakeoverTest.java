package tingting.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tingting.testing.TestClient;

/// Fails when an upgrade of Vert.x changes what [Takeover] leans on.
class TakeoverTest {
    @Test
    void the_pipeline_after_a_handshake_has_the_shape_that_is_taken_over() throws Exception {
        CompletableFuture<List<String>> names = new CompletableFuture<>();
        CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
        Vertx vertx = Vertx.vertx();
        try {
            HttpServerOptions options = new HttpServerOptions()
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setPerMessageWebSocketCompressionSupported(false);
            int port = vertx.createHttpServer(options)
                    .webSocketHandshakeHandler(handshake -> handshake.accept().onSuccess(socket -> {
                        assertThat(socket).isInstanceOf(WebSocketInternal.class);
                        var context = ((WebSocketInternal) socket).channelHandlerContext();
                        ChannelPipeline pipeline = context.pipeline();
                        onLoop.complete(context.executor().inEventLoop());
                        names.complete(pipeline.names().stream()
                                .filter(name -> pipeline.get(name) != null)
                                .toList());
                    }))
                    .listen(0, "127.0.0.1")
                    .await()
                    .actualPort();
            TestClient.open(port, "/").close();
            assertThat(names.get(5, TimeUnit.SECONDS)).isEqualTo(Takeover.SHAPE);
            assertThat(onLoop.get()).isTrue();
        } finally {
            vertx.close().await();
        }
    }
}
