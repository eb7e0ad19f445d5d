package tingting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tingting.protocol.Json;

/// Somebody with an account on a running server, who speaks the native contract as any client does.
public final class Person {
    private static final String BOUNDARY = "3f0c7e0d";
    private static final String PASSWORD = "correct horse battery staple";

    private final String name;
    private final String url;
    private final JsonNode grant;

    private Person(String name, String url, JsonNode grant) {
        this.name = name;
        this.url = url;
        this.grant = grant;
    }

    /// Signs up.
    ///
    /// @param url of the server, for example `http://127.0.0.1:12345`
    public static Person register(String url, String name) {
        return signed(name, url, "register", Map.of("username", name, "password", PASSWORD));
    }

    /// Signs in somebody who has an account.
    public static Person login(String url, String name) {
        return signed(name, url, "login", Map.of("login", name, "password", PASSWORD));
    }

    public static Person login(String url, String name, String password) {
        return signed(name, url, "login", Map.of("login", name, "password", password));
    }

    private static Person signed(String name, String url, String how, Map<String, String> body) {
        HttpResponse<byte[]> answer = send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/auth/" + how)).POST(json(body)));
        assertThat(answer.statusCode()).as(new String(answer.body())).isBetween(200, 201);
        return new Person(name, url, Json.parse(answer.body()));
    }

    /// The same person, with the same token, at another address of the server.
    public Person at(String otherUrl) {
        return new Person(name, otherUrl, grant);
    }

    public String name() {
        return name;
    }

    public String userId() {
        return grant.path("user").path("user_id").asText();
    }

    public String token() {
        return grant.path("access_token").asText();
    }

    /// The body of a GET that succeeds.
    public JsonNode get(String path) {
        return ok(request(path).GET());
    }

    /// The body of a POST that succeeds.
    public JsonNode post(String path, Object body) {
        return ok(request(path).POST(json(body)));
    }

    public JsonNode patch(String path, Object body) {
        return ok(request(path).method("PATCH", json(body)));
    }

    /// Does what is refused with that status and code.
    public void refused(String method, String path, Object body, int status, String code) {
        HttpResponse<byte[]> answer = answer(method, path, body);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(status);
        assertThat(Json.parse(answer.body()).path("code").asText()).isEqualTo(code);
    }

    public HttpResponse<byte[]> answer(String method, String path, Object body) {
        return send(request(path).method(method, json(body)));
    }

    /// The answer to a request without a body, whatever it is.
    public HttpResponse<byte[]> answer(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /// Asks with fields that are not described.
    public HttpResponse<byte[]> askStrangely(String method, String path, Object body) {
        return Http.sendStrange(request(path)
                .method(method, json(body))
                .header("Content-Type", "application/json")
                .build());
    }

    /// Makes a group with these others; answers its id.
    public String group(Person... others) {
        List<String> members = Arrays.stream(others).map(Person::userId).toList();
        return post("/rooms", Map.of("kind", "group", "name", "group of " + name, "member_ids", members))
                .path("room_id")
                .asText();
    }

    /// The direct room with somebody; answers its id.
    public String direct(Person other) {
        return post("/rooms/direct", Map.of("user_id", other.userId()))
                .path("room_id")
                .asText();
    }

    /// Sends a message by REST; answers its ack.
    public JsonNode say(String roomId, String text) {
        return post(
                "/rooms/" + roomId + "/messages",
                Map.of("client_msg_id", UUID.randomUUID().toString(), "content", text));
    }

    /// A native socket; its first frame is `ready`.
    public TestClient socket() {
        return TestClient.open(URI.create(url).getPort(), "/ws?token=" + token());
    }

    /// Uploads a file; answers what the server says of it.
    public JsonNode upload(String filename, byte[] content) {
        HttpResponse<byte[]> answer = answerToUpload("", filename, content);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(201);
        return Json.parse(answer.body());
    }

    /// The answer to an upload, whatever it is.
    ///
    /// @param query for example `?room_id=…`
    public HttpResponse<byte[]> answerToUpload(String query, String filename, byte[] content) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, filename);
        List<byte[]> form = List.of(
                head.getBytes(StandardCharsets.UTF_8),
                content,
                "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes());
        return exchange(request("/uploads" + query)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(form)));
    }

    /// Sends a message with files; answers its id.
    public String send(String roomId, String kind, JsonNode... files) {
        List<Map<String, String>> attachments = Arrays.stream(files)
                .map(file -> Map.of("file_id", file.path("file_id").asText()))
                .toList();
        return post(
                        "/rooms/" + roomId + "/messages",
                        Map.of("client_msg_id", UUID.randomUUID(), "kind", kind, "attachments", attachments))
                .path("message_id")
                .asText();
    }

    /// The answer to fetching a file with one's token.
    ///
    /// @param headers names and values by turns
    public HttpResponse<byte[]> fetch(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token());
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path)).header("Authorization", "Bearer " + token());
    }

    private static JsonNode ok(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = send(request);
        assertThat(answer.statusCode()).as(new String(answer.body())).isBetween(200, 299);
        return Json.parse(answer.body());
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Json.bytes(body));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return exchange(request.header("Content-Type", "application/json"));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
        return Http.send(request.build());
    }
}
