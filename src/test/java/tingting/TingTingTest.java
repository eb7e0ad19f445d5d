package tingting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tingting.testing.Person;
import tingting.testing.ServerProcess;
import tingting.testing.TestClient;
import tingting.testing.TestDatabase;
import tingting.testing.TestServer;

class TingTingTest {
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Test
    void a_server_that_has_started_is_alive_and_ready() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertThat(get(server.port(), "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server.port(), "/health/ready").body()).contains("\"database\":\"up\"");
        }
    }

    @Test
    void the_management_port_has_health_and_nothing_else() throws Exception {
        try (TestServer server = TestServer.start(Map.of("--management-port", "0"))) {
            int port = server.server().managementPort();

            assertThat(port).isNotEqualTo(server.port());
            assertThat(get(port, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(port, "/api/v1/rooms").statusCode()).isEqualTo(404);
            assertThat(TestClient.handshake(port, "/ws", Map.of())).isEqualTo(404);
        }
    }

    @Test
    void two_people_talk_and_after_a_restart_everything_is_there() {
        try (TestServer server = TestServer.start()) {
            Person an = Person.register(server.url(), "anna");
            Person binh = Person.register(server.url(), "binh");
            String room = an.direct(binh);
            TestClient reading = binh.socket();
            reading.await("ready");

            an.say(room, "Still here?");
            assertThat(reading.await("new_message").at("/data/content").asText())
                    .isEqualTo("Still here?");

            server.restart();
            assertThat(reading.awaitClose()).isEqualTo(1012);
            Person again = Person.login(server.url(), "binh");
            assertThat(again.get("/rooms/" + room + "/messages")
                            .at("/0/content")
                            .asText())
                    .isEqualTo("Still here?");
            assertThat(again.get("/rooms").at("/items/0/unread").asInt()).isEqualTo(1);
        }
    }

    @Test
    void an_access_token_outlives_a_restart() {
        try (TestServer server = TestServer.start()) {
            Person an = Person.register(server.url(), "anna");
            server.restart();

            assertThat(an.at(server.url()).get("/users/me").path("username").asText())
                    .isEqualTo("anna");
        }
    }

    @Test
    void told_to_end_a_process_says_1012_and_is_gone_in_time() {
        try (TestDatabase database = TestDatabase.create();
                ServerProcess process = ServerProcess.start(database.directory(), database.url())) {
            TestClient socket = Person.register(process.url(), "anna").socket();
            socket.await("ready");
            long asked = System.nanoTime();

            int code = process.terminate();

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(15));
            assertThat(code).isEqualTo(128 + 15);
            assertThat(socket.awaitClose()).isEqualTo(1012);
        }
    }
}
