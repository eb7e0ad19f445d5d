package tingting.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tingting.protocol.Json;

/// The REST side of a server. Safe from any thread; its connections are kept alive.
final class Rest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BUSY_TRIES = 100;
    private static final Duration BUSY_WAIT = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI url;

    Rest(URI url) {
        this.url = url;
    }

    HttpRequest get(String path, String token) {
        return to(path, token).GET().build();
    }

    HttpRequest post(String path, @Nullable String token, Object body) {
        return to(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
    }

    private HttpRequest.Builder to(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /// Sends it once and answers with the status.
    int status(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /// Sends it, and again while the server is busy or wants it slower.
    ///
    /// @throws BenchFailure when it is refused
    JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() < 300) {
                return answer.body().length == 0 ? MissingNode.getInstance() : Json.parse(answer.body());
            }
            if (tries == BUSY_TRIES || answer.statusCode() != 429 && answer.statusCode() != 503) {
                throw new BenchFailure(
                        "%s was answered with %d.".formatted(request.uri().getPath(), answer.statusCode()));
            }
            Thread.sleep(answer.headers().firstValueAsLong("Retry-After").stream()
                    .mapToObj(Duration::ofSeconds)
                    .findFirst()
                    .orElse(BUSY_WAIT));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
