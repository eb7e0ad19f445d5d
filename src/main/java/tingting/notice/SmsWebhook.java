package tingting.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tingting.protocol.Json;

/// Gives text messages to whoever sends them, as `{"to", "text"}` in a POST; an answer of 2xx is a yes.
final class SmsWebhook implements Carrier<Sms> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;

    SmsWebhook(URI url) {
        this.url = url;
    }

    /// A client for each: messages are rare, and a client has a thread.
    @Override
    public void carry(Sms sms) throws Undelivered {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(sms)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                String reason = "the SMS webhook answered " + status;
                boolean lasting = status / 100 != 5 && status != 429 && status != 408;
                throw lasting ? Undelivered.ever(reason) : Undelivered.now(reason);
            }
        } catch (IOException e) {
            throw Undelivered.now("the SMS webhook was not reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Undelivered.now("the server stops");
        }
    }
}
