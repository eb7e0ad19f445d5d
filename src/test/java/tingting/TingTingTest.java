package tingting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import tingting.testing.TestServer;

class TingTingTest {
    @Test
    void a_server_that_has_started_is_alive_and_ready() throws Exception {
        try (TestServer server = TestServer.start();
                HttpClient http = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/health/live", "/health/ready"}) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build();
                assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }
}
