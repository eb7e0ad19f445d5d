package tingting.gateway.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody without an account, who knows an address.
final class Anyone {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Anyone() {}

    /// @param cookie as `name=value`, empty for none
    static HttpResponse<byte[]> fetch(String url, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        try {
            return HTTP.send(
                    (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
