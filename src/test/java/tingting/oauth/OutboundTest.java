package tingting.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("no-database")
class OutboundTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer provider =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    OutboundTest() throws IOException {
        provider.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        provider.stop(0);
    }

    private String ask(Duration patience, HttpHandler answer) throws IOException {
        provider.createContext("/", answer);
        URI url = URI.create("http://127.0.0.1:" + provider.getAddress().getPort());
        return new Outbound(patience).retrieveResource(url.toURL()).getContent();
    }

    @Test
    void an_answer_is_read_whole() throws IOException {
        String answer = ask(Duration.ofSeconds(30), exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes());
            exchange.close();
        });

        assertThat(answer).isEqualTo("hello");
    }

    @Test
    void a_provider_that_trickles_is_given_up() {
        assertThatThrownBy(() -> ask(Duration.ofMillis(500), exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('h');
                    exchange.getResponseBody().flush();
                    awaitEnd();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("took too long");
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() {
        assertThatThrownBy(() -> ask(Duration.ofSeconds(30), exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] much = new byte[64 * 1024];
                    for (int i = 0; i < 64; i++) {
                        exchange.getResponseBody().write(much);
                    }
                    exchange.close();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exceeds");
    }

    @Test
    void a_redirect_is_no_answer() {
        assertThatThrownBy(() -> ask(Duration.ofSeconds(30), exchange -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("answered 302");
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
