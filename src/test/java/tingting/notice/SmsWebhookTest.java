package tingting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("no-database")
class SmsWebhookTest {
    private static final Sms SMS = new Sms("+84912345678", "“012345” là mã");

    private final List<String> got = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int answer = 204;

    SmsWebhookTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/send", exchange -> {
            got.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_webhook_gets_number_and_text() throws Exception {
        webhook().carry(SMS);

        assertThat(got).containsExactly("POST application/json {\"to\":\"+84912345678\",\"text\":\"“012345” là mã\"}");
    }

    @ParameterizedTest
    @CsvSource({"400, true", "401, true", "302, true", "429, false", "500, false", "503, false"})
    void what_it_refuses_is_tried_again_where_that_may_help(int status, boolean lasting) {
        answer = status;

        assertThatThrownBy(() -> webhook().carry(SMS)).isInstanceOfSatisfying(Undelivered.class, e -> {
            assertThat(e.lasting()).isEqualTo(lasting);
            assertThat(e).hasMessageContaining(Integer.toString(status));
        });
    }

    @Test
    void a_webhook_that_is_away_may_be_tried_again() {
        server.stop(0);

        assertThatThrownBy(() -> webhook().carry(SMS))
                .isInstanceOfSatisfying(
                        Undelivered.class, e -> assertThat(e.lasting()).isFalse());
    }

    private SmsWebhook webhook() {
        return new SmsWebhook(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/send"));
    }
}
