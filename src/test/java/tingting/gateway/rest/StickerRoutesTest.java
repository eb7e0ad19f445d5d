package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tingting.testing.Person;
import tingting.testing.TestServer;

/// Stickers over REST, on the real server.
@TestInstance(Lifecycle.PER_CLASS)
class StickerRoutesTest {
    private final TestServer server = TestServer.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Person an = Person.register(server.url(), "an.nguyen");
    private final Person binh = Person.register(server.url(), "binh.tran");
    private final String room = an.direct(binh);
    private final JsonNode sticker =
            an.get("/stickers").path("items").path(0).path("stickers").path(0);

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void a_sticker_is_sent_by_its_url_and_says_its_emoji() {
        for (String content : new String[] {"", "words that nobody would see"}) {
            JsonNode sent = an.post(messages(), sticker(sticker.path("url").asText(), content));
            JsonNode read = binh.get("/messages/" + sent.path("message_id").asText());
            assertThat(read.path("kind").asText()).isEqualTo("sticker");
            assertThat(read.path("file_url")).isEqualTo(sticker.path("url"));
            assertThat(read.path("content")).isEqualTo(sticker.path("emoji"));
        }
    }

    @Test
    void what_is_no_sticker_is_not_sent_as_one_now_or_later() {
        for (String url : new String[] {
            "/media/stickers/" + UUID.randomUUID() + ".webp",
            sticker.path("url").asText() + "?x",
            "/media/stickers/../" + sticker.path("sticker_id").asText() + ".webp",
            "https://tracker.example/pixel.webp"
        }) {
            an.refused("POST", messages(), sticker(url, ""), 400, "invalid_request");
            Map<String, Object> later = new java.util.HashMap<>(sticker(url, ""));
            later.put("send_at", Instant.now().plus(1, ChronoUnit.HOURS).toString());
            an.refused("POST", "/rooms/" + room + "/scheduled", later, 400, "invalid_request");
        }
        an.refused(
                "POST",
                messages(),
                Map.of("client_msg_id", UUID.randomUUID(), "kind", "sticker", "content", "👋"),
                400,
                "invalid_request");
    }

    @Test
    void a_sticker_has_no_words_to_edit() {
        JsonNode sent = an.post(messages(), sticker(sticker.path("url").asText(), ""));
        String message = "/messages/" + sent.path("message_id").asText();
        an.refused("PATCH", message, Map.of("content", "words"), 400, "invalid_request");
        assertThat(an.get(message).path("content")).isEqualTo(sticker.path("emoji"));
    }

    @Test
    void a_picture_opens_for_everybody_who_is_signed_in_and_is_kept_by_their_browser() throws Exception {
        HttpResponse<byte[]> byHeader = picture("Authorization", "Bearer " + binh.token());
        assertThat(byHeader.statusCode()).isEqualTo(200);
        assertThat(byHeader.headers().firstValue("Content-Type")).contains("image/webp");
        assertThat(byHeader.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(byHeader.headers().firstValue("Cache-Control")).contains("private, max-age=31536000, immutable");

        HttpResponse<byte[]> byCookie = picture("Cookie", "tingting_media=" + an.token());
        assertThat(byCookie.body()).isEqualTo(byHeader.body());

        String etag = byHeader.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> known = picture("Cookie", "tingting_media=" + an.token(), "If-None-Match", etag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void a_picture_is_not_there_for_the_signed_out_and_an_unknown_one_for_nobody() throws Exception {
        assertThat(picture("Accept", "image/*").statusCode()).isEqualTo(404);
        assertThat(picture("Cookie", "tingting_media=forged").statusCode()).isEqualTo(404);
        Person gone = Person.register(server.url(), "gone.person");
        gone.answer("POST", "/auth/logout");
        assertThat(picture("Cookie", "tingting_media=" + gone.token()).statusCode())
                .isEqualTo(404);
        String unknown = "/media/stickers/" + UUID.randomUUID() + ".webp";
        assertThat(fetch(unknown, "Authorization", "Bearer " + an.token()).statusCode())
                .isEqualTo(404);
    }

    private String messages() {
        return "/rooms/" + room + "/messages";
    }

    private static Map<String, Object> sticker(String url, String content) {
        return Map.of("client_msg_id", UUID.randomUUID(), "kind", "sticker", "file_url", url, "content", content);
    }

    private HttpResponse<byte[]> picture(String... headers) throws IOException, InterruptedException {
        return fetch(sticker.path("url").asText(), headers);
    }

    private HttpResponse<byte[]> fetch(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .headers(headers)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
