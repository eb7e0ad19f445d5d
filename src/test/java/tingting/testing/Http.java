package tingting.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tingting.contract.RestContract;

/// The HTTP client of tests that ask a server of ours: what they get is held to docs/openapi.yaml.
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    public static HttpResponse<byte[]> send(HttpRequest request) {
        return RestContract.hold(exchange(request));
    }

    /// As [#send], for what no client that keeps to the document would ask: only the answer is held to it.
    public static HttpResponse<byte[]> sendStrange(HttpRequest request) {
        return RestContract.holdAnswer(exchange(request));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
