package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Person;
import tingting.testing.TestServer;

/// Files over REST, on the real server: taking them in, sending them, and who may fetch them.
class UploadRoutesTest {
    private static final int MOST = 300_000;
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static TestServer server;
    private static Person an;
    private static Person binh;
    private static Person chi;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("--upload-max-bytes", Integer.toString(MOST)));
        an = Person.register(server.url(), "an.nguyen");
        binh = Person.register(server.url(), "binh.tran");
        chi = Person.register(server.url(), "chi.le");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String url(JsonNode file) {
        return file.path("url").asText();
    }

    private static void refused(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(status);
        assertThat(Json.parse(answer.body()).path("code").asText()).isEqualTo(code);
    }

    /// What lies where files arrive.
    private static List<Path> arriving() {
        try (Stream<Path> files = Files.list(server.dataDir().resolve("media/incoming"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- taking in

    @Test
    void an_uploaded_file_is_told_and_given_back_byte_for_byte() {
        JsonNode file = an.upload("biển xanh.png", PNG);
        assertThat(file.path("name").asText()).isEqualTo("biển xanh.png");
        assertThat(file.path("mime").asText()).isEqualTo("image/png");
        assertThat(file.path("size").asInt()).isEqualTo(PNG.length);
        HttpResponse<byte[]> fetched = an.fetch(url(file));
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(PNG);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void the_same_bytes_are_kept_once_and_for_their_owner_alone() throws IOException {
        String hash = an.fetch(url(an.upload("one.txt", text("the same bytes"))))
                .headers()
                .firstValue("ETag")
                .orElseThrow()
                .replace("\"", "");
        an.upload("two.txt", text("the same bytes"));
        Path kept = server.dataDir()
                .resolve("media/contents")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
        assertThat(Files.readString(kept)).isEqualTo("the same bytes");
        assertThat(Files.getPosixFilePermissions(kept)).hasSize(2);
    }

    @Test
    void what_is_too_long_is_refused_by_its_length_alone_or_when_it_has_come() {
        refused(an.answerToUpload("", "long.bin", new byte[MOST + 100_000]), 413, "too_large");
        refused(an.answerToUpload("", "long.bin", new byte[MOST + 1]), 413, "too_large");
        assertThat(an.answerToUpload("", "fits.bin", new byte[MOST]).statusCode())
                .isEqualTo(201);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void a_length_over_the_limit_is_answered_before_anything_has_come() throws IOException {
        String head = "POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + an.token()
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000000\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(text(head));
            assertThat(new String(socket.getInputStream().readNBytes(12))).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void an_empty_file_a_missing_one_and_no_form_are_refused() {
        refused(an.answerToUpload("", "empty.txt", new byte[0]), 400, "invalid_request");
        refused(an.answer("POST", "/uploads", Map.of("file", "x")), 415, "unsupported_media");
    }

    @Test
    void an_upload_that_is_cut_off_leaves_nothing_behind() throws IOException {
        String head = "POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + an.token()
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 200000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cut.bin\"\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(text(head));
            socket.getOutputStream().write(new byte[100_000]);
            await().until(() -> !arriving().isEmpty());
        }
        await().untilAsserted(() -> assertThat(arriving()).isEmpty());
    }

    @Test
    void nobody_uploads_for_a_room_they_are_not_in_nor_signed_out() {
        String room = an.group(binh);
        assertThat(an.answerToUpload("?room_id=" + room, "a.txt", text("a")).statusCode())
                .isEqualTo(201);
        refused(chi.answerToUpload("?room_id=" + room, "a.txt", text("a")), 404, "not_found");
    }

    @Test
    void names_are_for_people_and_never_paths_headers_or_disguises() {
        Map<String, String> names = Map.of(
                "../../etc/passwd",
                "passwd",
                "photo\u202egpj.exe",
                "photogpj.exe",
                "...",
                "file",
                "x".repeat(500) + ".jpeg",
                "x".repeat(115) + ".jpeg");
        names.forEach((sent, kept) -> {
            JsonNode file = an.upload(sent, text("content of " + kept));
            assertThat(file.path("name").asText()).isEqualTo(kept);
            assertThat(an.fetch(url(file)).statusCode()).isEqualTo(200);
        });
        JsonNode lines = an.upload("a%0d%0aSet-Cookie: x=1.txt", text("header"));
        HttpResponse<byte[]> answer = an.fetch(url(lines));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_picture_is_measured_and_one_that_claims_too_many_pixels_is_refused() {
        JsonNode small = an.upload("small.png", PNG);
        assertThat(small.path("width").asInt()).isEqualTo(1);
        assertThat(small.path("height").asInt()).isEqualTo(1);
        byte[] huge = PNG.clone();
        ByteBuffer.wrap(huge).putInt(16, 50_000).putInt(20, 50_000);
        refused(an.answerToUpload("", "huge.png", huge), 413, "too_large");
        byte[] broken = Arrays.copyOf(PNG, 40);
        assertThat(an.upload("broken.png", broken).path("mime").asText()).isEqualTo("application/octet-stream");
        assertThat(arriving()).isEmpty();
    }

    // ---- what may show where

    @Test
    void only_pictures_sound_and_film_open_in_a_browser_whatever_they_call_themselves() {
        String script = "<script>alert(1)</script>";
        Map<String, byte[]> harmful = Map.of(
                "page.html", text("<!doctype html><html>" + script + "</html>"),
                "page.png", text("<html><body>" + script + "</body></html>"),
                "drawing.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\">" + script + "</svg>"),
                "drawing.jpg", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                "feed.xml", text("<?xml version=\"1.0\"?><x/>"),
                "notes.mp3", text("only words"),
                "paper.pdf", text("%PDF-1.7\n"),
                "noise.png", new byte[] {1, 2, 3, 4, 5, 6, 7});
        harmful.forEach((name, content) -> {
            HttpResponse<byte[]> answer = an.fetch(url(an.upload(name, content)));
            assertThat(header(answer, "Content-Disposition")).as(name).startsWith("attachment; ");
            assertThat(header(answer, "Content-Type")).as(name).doesNotStartWith("image/png");
            assertInert(answer);
        });
        byte[] polyglot = new byte[PNG.length + 100];
        System.arraycopy(PNG, 0, polyglot, 0, PNG.length);
        System.arraycopy(text(script), 0, polyglot, PNG.length, script.length());
        HttpResponse<byte[]> picture = an.fetch(url(an.upload("page.html", polyglot)));
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
        assertThat(picture.body()).isEqualTo(PNG);
        assertThat(header(picture, "Content-Disposition")).startsWith("inline; ");
        assertInert(picture);
    }

    private static void assertInert(HttpResponse<byte[]> answer) {
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(header(answer, "Cache-Control")).startsWith("private, ").contains("immutable");
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void a_name_in_any_script_reaches_the_browser_as_it_is() {
        HttpResponse<byte[]> answer = an.fetch(url(an.upload("báo cáo 100%.txt", text("x"))));
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"b_o c_o 100_.txt\"; filename*=UTF-8''b%C3%A1o%20c%C3%A1o%20100%25.txt");
    }

    @Test
    void a_part_of_a_file_may_be_asked_for_and_whether_it_is_known() {
        String url = url(an.upload("digits.txt", text("0123456789")));
        String etag = header(an.fetch(url), "ETag");
        ranged(an.fetch(url, "Range", "bytes=2-4"), 206, "234", "bytes 2-4/10");
        ranged(an.fetch(url, "Range", "bytes=7-"), 206, "789", "bytes 7-9/10");
        ranged(an.fetch(url, "Range", "bytes=-3"), 206, "789", "bytes 7-9/10");
        ranged(an.fetch(url, "Range", "bytes=8-99"), 206, "89", "bytes 8-9/10");
        ranged(an.fetch(url, "Range", "bytes=2-4", "If-Range", etag), 206, "234", "bytes 2-4/10");
        ranged(an.fetch(url, "Range", "bytes=10-"), 416, "", "bytes */10");
        for (String all : List.of("bytes=1-2,4-5", "bytes=4-2x", "lines=1-2", "bytes=-")) {
            assertThat(new String(an.fetch(url, "Range", all).body())).as(all).isEqualTo("0123456789");
        }
        assertThat(an.fetch(url, "Range", "bytes=2-4", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(an.fetch(url, "If-None-Match", "\"x\", W/" + etag).statusCode())
                .isEqualTo(304);
        assertThat(an.fetch(url, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    }

    private static void ranged(HttpResponse<byte[]> answer, int status, String body, String range) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body())).isEqualTo(body);
        assertThat(header(answer, "Content-Range")).isEqualTo(range);
    }

    // ---- sending, and who may fetch

    @Test
    void what_is_sent_shows_in_the_message_and_opens_for_members_alone() {
        JsonNode file = an.upload("sea.png", PNG);
        assertThat(binh.fetch(url(file)).statusCode()).isEqualTo(404);
        String room = an.group(binh);
        String message = an.send(room, "image", file);
        JsonNode shown = binh.get("/messages/" + message).path("attachments");
        assertThat(shown).hasSize(1);
        assertThat(shown.path(0)).isEqualTo(file);
        assertThat(binh.fetch(url(file)).body()).isEqualTo(PNG);
        refused(chi.fetch(url(file)), 404, "not_found");
        refused(binh.fetch("/media/" + UUID.randomUUID() + "/sea.png"), 404, "not_found");
        refused(binh.fetch("/media/x/sea.png"), 404, "not_found");
    }

    @Test
    void a_removed_member_and_a_late_one_cannot_fetch_what_they_cannot_see() {
        String room = an.group(binh);
        an.patch("/rooms/" + room, Map.of("history", "since_join"));
        JsonNode file = an.upload("plan.txt", text("the plan"));
        an.send(room, "file", file);
        assertThat(binh.fetch(url(file)).statusCode()).isEqualTo(200);
        assertThat(an.answer("DELETE", "/rooms/" + room + "/members/" + binh.userId())
                        .statusCode())
                .isLessThan(300);
        refused(binh.fetch(url(file)), 404, "not_found");
        an.post("/rooms/" + room + "/members", Map.of("user_ids", List.of(chi.userId())));
        refused(chi.fetch(url(file)), 404, "not_found");
        assertThat(an.fetch(url(file)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_recall_takes_the_file_from_everybody_unless_it_was_passed_on() {
        String room = an.group(binh);
        JsonNode file = an.upload("secret.txt", text("a secret"));
        String message = an.send(room, "file", file);
        String elsewhere = binh.group(chi);
        JsonNode passed = binh.post(
                "/rooms/" + elsewhere + "/messages", Map.of("client_msg_id", UUID.randomUUID(), "forward_of", message));
        assertThat(chi.fetch(url(file)).statusCode()).isEqualTo(200);
        an.answer("DELETE", "/messages/" + message);
        refused(an.fetch(url(file)), 404, "not_found");
        assertThat(an.get("/messages/" + message).toString()).doesNotContain("secret");
        assertThat(binh.fetch(url(file)).statusCode()).isEqualTo(200);
        binh.answer("DELETE", "/messages/" + passed.path("message_id").asText());
        refused(chi.fetch(url(file)), 404, "not_found");
        refused(binh.fetch(url(file)), 404, "not_found");
    }

    @Test
    void nobody_sends_a_file_that_is_not_their_own_or_not_there() {
        String room = an.group(binh);
        JsonNode file = an.upload("mine.txt", text("mine"));
        an.send(room, "file", file);
        for (String id :
                List.of(file.path("file_id").asText(), UUID.randomUUID().toString())) {
            binh.refused(
                    "POST",
                    "/rooms/" + room + "/messages",
                    Map.of(
                            "client_msg_id",
                            UUID.randomUUID(),
                            "kind",
                            "file",
                            "attachments",
                            List.of(Map.of("file_id", id))),
                    404,
                    "not_found");
            binh.refused(
                    "POST",
                    "/rooms/" + room + "/messages",
                    Map.of("client_msg_id", UUID.randomUUID(), "kind", "file", "file_url", "/media/" + id + "/x.txt"),
                    404,
                    "not_found");
        }
    }

    @Test
    void a_file_is_sent_by_its_url_as_well() {
        String room = an.group(binh);
        JsonNode file = an.upload("by url.txt", text("by url"));
        an.post(
                "/rooms/" + room + "/messages",
                Map.of("client_msg_id", UUID.randomUUID(), "kind", "file", "file_url", url(file)));
        assertThat(new String(binh.fetch(url(file)).body())).isEqualTo("by url");
    }

    @Test
    void a_link_opens_its_one_file_for_as_long_as_its_maker_may_see_it() {
        String room = an.group(binh);
        JsonNode file = an.upload("film.txt", text("film"));
        JsonNode other = an.upload("other.txt", text("other"));
        String message = an.send(room, "file", file, other);
        JsonNode link = binh.post("/uploads/" + file.path("file_id").asText() + "/link", Map.of());
        String url = link.path("url").asText();
        assertThat(link.path("expires_at").isTextual()).isTrue();
        assertThat(Anyone.fetch(server.url() + url, "").statusCode()).isEqualTo(200);
        assertThat(Anyone.fetch(server.url() + url(file), "").statusCode()).isEqualTo(404);
        String signature = url.substring(url.indexOf('?'));
        assertThat(Anyone.fetch(server.url() + url(other) + signature, "").statusCode())
                .isEqualTo(404);
        assertThat(Anyone.fetch(server.url() + url + "x", "").statusCode()).isEqualTo(404);
        chi.refused("POST", "/uploads/" + file.path("file_id").asText() + "/link", Map.of(), 404, "not_found");
        an.answer("DELETE", "/messages/" + message);
        assertThat(Anyone.fetch(server.url() + url, "").statusCode()).isEqualTo(404);
    }

    @Test
    void the_cookie_of_the_web_app_opens_files_and_nothing_else_does_for_the_signed_out() {
        JsonNode file = an.upload("cookie.txt", text("cookie"));
        String url = server.url() + url(file);
        assertThat(Anyone.fetch(url, "tingting_media=" + an.token()).statusCode())
                .isEqualTo(200);
        assertThat(Anyone.fetch(url, "tingting_media=nonsense").statusCode()).isEqualTo(404);
        assertThat(Anyone.fetch(url, "tingting_media=" + chi.token()).statusCode())
                .isEqualTo(404);
        Person gone = Person.register(
                server.url(), "gone." + UUID.randomUUID().toString().substring(0, 8));
        JsonNode theirs = gone.upload("gone.txt", text("gone"));
        String link = gone.post("/uploads/" + theirs.path("file_id").asText() + "/link", Map.of())
                .path("url")
                .asText();
        gone.answer("POST", "/auth/logout");
        assertThat(Anyone.fetch(server.url() + url(theirs), "tingting_media=" + gone.token())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Anyone.fetch(server.url() + link, "").statusCode()).isEqualTo(404);
    }
}
