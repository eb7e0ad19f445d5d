package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Http;
import tingting.testing.TestServer;

class ExportRoutesTest {
    private static final Map<String, String> LAN =
            Map.of("username", "lan", "password", "correct horse battery staple");

    @Test
    void ones_data_is_fetched_with_ones_token_as_a_file_also_after_a_restart_and_a_closed_account_comes_back()
            throws Exception {
        try (TestServer server = TestServer.start()) {
            String token = json(post(server, "/auth/register", "", LAN))
                    .path("access_token")
                    .textValue();
            HttpResponse<byte[]> begun = post(server, "/users/me/exports", token, Map.of());
            assertThat(begun.statusCode()).isEqualTo(202);
            String path = "/users/me/exports/" + json(begun).path("export_id").textValue() + "/file";
            server.restart();

            await().until(() -> json(get(server, "/users/me/exports", token))
                    .at("/items/0/state")
                    .asText()
                    .equals("ready"));
            HttpResponse<byte[]> file = get(server, path, token);
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(file.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(json(file).at("/account/username").textValue()).isEqualTo("lan");
            assertThat(get(server, path, "").statusCode()).isEqualTo(401);
            assertThat(get(server, "/users/me/exports/none/file", token).statusCode())
                    .isEqualTo(404);

            Map<String, Object> wish = Map.of("password", LAN.get("password"), "recall_messages", true);
            HttpResponse<byte[]> planned = post(server, "/users/me/erasure", token, wish);
            assertThat(planned.statusCode()).isEqualTo(202);
            assertThat(json(planned).path("erase_at").isTextual()).isTrue();
            assertThat(get(server, path, token).statusCode()).isEqualTo(401);
            Map<String, Object> login = Map.of("login", "lan", "password", LAN.get("password"));
            HttpResponse<byte[]> refused = post(server, "/auth/login", "", login);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(json(refused).path("code").textValue()).isEqualTo("account_closed");
            Map<String, Object> back = Map.of("login", "lan", "password", LAN.get("password"), "reopen", true);
            assertThat(post(server, "/auth/login", "", back).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<byte[]> get(TestServer server, String path, String token) throws Exception {
        return Http.send(request(server, path, token).GET().build());
    }

    private HttpResponse<byte[]> post(TestServer server, String path, String token, Object body) throws Exception {
        HttpRequest request = request(server, path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        return Http.send(request);
    }

    private static HttpRequest.Builder request(TestServer server, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body());
    }
}
