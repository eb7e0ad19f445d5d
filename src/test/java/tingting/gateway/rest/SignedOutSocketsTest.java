package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// What ends other sessions is felt by their sockets at once, and by one's own not at all.
class SignedOutSocketsTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String NEW_PASSWORD = "another horse and battery";

    private final TestServer server = TestServer.start();
    private final Person here = Person.register(server.url(), "lan");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_changed_password_closes_the_sockets_of_all_other_sessions_within_a_second() {
        Map<String, String> passwords = Map.of("old_password", PASSWORD, "new_password", NEW_PASSWORD);
        closes(Person.login(server.url(), "lan"), "POST", "/auth/password/change", passwords);
    }

    @Test
    void signing_out_elsewhere_closes_those_sockets_within_a_second() {
        closes(Person.login(server.url(), "lan"), "DELETE", "/auth/sessions", Map.of());
    }

    private void closes(Person other, String method, String path, Map<String, String> body) {
        try (TestClient own = here.socket();
                TestClient elsewhere = other.socket()) {
            own.await("ready");
            elsewhere.await("ready");
            assertThat(here.answer(method, path, body).statusCode()).isEqualTo(204);
            long answered = System.nanoTime();

            assertThat(elsewhere.awaitClose()).isEqualTo(4401);
            assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(Duration.ofSeconds(1));
            assertThat(own.request("watch", Map.of("user_ids", List.of()))
                            .path("type")
                            .asText())
                    .isNotEqualTo("error");
        }
    }
}
