package tingting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tingting.protocol.Caller;
import tingting.protocol.Ids;
import tingting.protocol.Json;
import tingting.protocol.Problem;

/// Routes on a real server at a free port, with a plain HTTP client. It knows one token, `alice`; believes proxies on
/// this machine; and allows the pages of `https://friend.example`.
final class Served implements AutoCloseable {
    static final Caller ALICE = new Caller(UUID.randomUUID(), UUID.randomUUID());

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WebServer server;
    private final int port;

    Served(Routes routes) {
        server = new WebServer(
                vertx,
                new WebServer.Options("127.0.0.1", 0, 65536),
                new Network(List.of("127.0.0.0/8"), Optional.empty(), List.of("https://friend.example")),
                Served::authenticate,
                new Ids(new SecureRandom()),
                routes,
                handshake -> handshake.reject(404));
        port = server.start(2);
    }

    private static Caller authenticate(String token) {
        if (token.equals("alice")) {
            return ALICE;
        }
        throw Problem.unauthenticated();
    }

    int port() {
        return port;
    }

    WebServer server() {
        return server;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpRequest.Builder asAlice(String path) {
        return request(path).header("Authorization", "Bearer alice");
    }

    HttpRequest.Builder post(String path, String contentType, String body) {
        return request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Sends these bytes and answers what comes back before the server closes the connection.
    String raw(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode body = json(answer);
        assertThat(body.get("status").intValue()).isEqualTo(status);
        assertThat(body.get("code").textValue()).isEqualTo(code);
        assertThat(body.get("request_id").textValue())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Override
    public void close() {
        server.stop(Duration.ofSeconds(5));
        vertx.close().await();
    }
}
