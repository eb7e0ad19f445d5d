package tingting.oauth;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Speaks to providers for the library: each answer whole within the time, and of a bounded size. The library's own
/// sender bounds neither a trickle nor the bytes. Redirects are not followed: secrets would be. Safe from any
/// thread.
final class Outbound implements HTTPRequestSender, ResourceRetriever {
    private static final int MOST_BYTES = 256 * 1024;
    private static final String AGENT = "tingting";

    private final Duration patience;

    /// @param patience for the whole of one answer
    Outbound(Duration patience) {
        this.patience = patience;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(request.getURI()).header("User-Agent", AGENT);
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> outgoing.header(name, value)));
        HttpResponse<byte[]> answer = exchange(
                outgoing.method(request.getMethod().name(), body(request)).build());
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        answer.headers().map().forEach((name, values) -> response.setHeader(name, values.toArray(String[]::new)));
        response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        return response;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            HTTPResponse answer = new HTTPRequest(HTTPRequest.Method.GET, url.toURI()).send(this);
            if (answer.getStatusCode() != 200) {
                throw new IOException("%s answered %d".formatted(url, answer.getStatusCode()));
            }
            return new Resource(answer.getBody(), answer.getHeaderValue("Content-Type"));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static BodyPublisher body(ReadOnlyHTTPRequest request) {
        String body = request.getBody();
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    /// A client for each: sign-ins with a provider are rare, and a client has a thread.
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
        try {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("%s took too long".formatted(host(request.uri())), e);
        } catch (ExecutionException e) {
            throw new IOException("%s: %s".formatted(host(request.uri()), e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        } finally {
            client.shutdownNow();
        }
    }

    private static String host(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
