package tingting.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.hostile.Form.optional;
import static tingting.hostile.Form.required;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Person;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// Every request of the native contract with every field missing, mistyped, oversized or hostile.
class BadInputTest {
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| ((?:`[a-z_]+`(?:, )?)+) +\\|", Pattern.MULTILINE);

    private final TestServer server = TestServer.start(TestServer.LIMITS_LIFTED);
    private final Person an = Person.register(server.url(), "anh");
    private final Person binh = Person.register(server.url(), "binh");
    private final String room = an.group(binh);
    private final String message = an.say(room, "of an").path("message_id").asText();

    @AfterEach
    void close() {
        server.close();
    }

    /// Filled in as they should be, all of these are done.
    private List<Form> frames() {
        return List.of(
                Form.of(
                        "send_message",
                        required("room_id", Kind.ID, room),
                        required("client_msg_id", Kind.ID, UUID.randomUUID().toString()),
                        required("content", Kind.TEXT, "text"),
                        optional("kind", Kind.TEXT, "text"),
                        optional("file_url", Kind.TEXT, "https://example.org/a"),
                        optional("reply_to", Kind.ID, message),
                        optional("mentions", Kind.IDS, List.of()),
                        optional("mention_all", Kind.FLAG, false),
                        optional("forward_of", Kind.ID, message),
                        optional("attachments", Kind.IDS, List.of())),
                Form.of(
                        "edit_message",
                        required("message_id", Kind.ID, message),
                        required("content", Kind.TEXT, "other text"),
                        optional("mentions", Kind.IDS, List.of())),
                Form.of(
                        "react",
                        required("message_id", Kind.ID, message),
                        required("reaction_type", Kind.TEXT, "👍"),
                        optional("remove", Kind.FLAG, false)),
                Form.of(
                        "reaction",
                        required("message_id", Kind.ID, message),
                        required("emoji", Kind.TEXT, "👍"),
                        optional("remove", Kind.FLAG, false)),
                Form.of("pin", required("message_id", Kind.ID, message)),
                Form.of("unpin", required("message_id", Kind.ID, message)),
                Form.of(
                        "draft",
                        required("room_id", Kind.ID, room),
                        required("content", Kind.TEXT, "half a"),
                        optional("reply_to", Kind.ID, message)),
                Form.of("typing", required("room_id", Kind.ID, room), required("is_typing", Kind.FLAG, true)),
                Form.of("delivered", required("room_id", Kind.ID, room), required("seq", Kind.NUMBER, 1)),
                Form.of("read", required("room_id", Kind.ID, room), required("seq", Kind.NUMBER, 1)),
                Form.of("presence", required("status", Kind.TEXT, "busy")),
                Form.of("watch", optional("user_ids", Kind.IDS, List.of())),
                Form.of(
                        "resume",
                        required("epoch", Kind.TEXT, "of old"),
                        required("user_rev", Kind.NUMBER, 1),
                        required("rooms", Kind.OBJECT, Map.of(room, 1))),
                Form.of("recall", required("message_id", Kind.ID, message)));
    }

    private List<Form> calls() {
        String messages = "/rooms/" + room + "/messages";
        return List.of(
                Form.of(
                        "POST " + messages,
                        required("client_msg_id", Kind.ID, UUID.randomUUID().toString()),
                        required("content", Kind.TEXT, "text"),
                        optional("kind", Kind.TEXT, "text"),
                        optional("file_url", Kind.TEXT, "https://example.org/a"),
                        optional("reply_to", Kind.ID, message),
                        optional("mentions", Kind.IDS, List.of()),
                        optional("mention_all", Kind.FLAG, false),
                        optional("forward_of", Kind.ID, message)),
                Form.of(
                        "PATCH /messages/" + message,
                        required("content", Kind.TEXT, "other"),
                        optional("mentions", Kind.IDS, List.of())),
                Form.of("POST /rooms/" + room + "/read", required("seq", Kind.NUMBER, 1)),
                Form.of("POST /rooms/" + room + "/delivered", required("seq", Kind.NUMBER, 1)),
                Form.of(
                        "PUT /rooms/" + room + "/draft",
                        required("content", Kind.TEXT, "half a"),
                        optional("reply_to", Kind.ID, message)),
                Form.of(
                        "POST /rooms",
                        required("kind", Kind.TEXT, "group"),
                        required("name", Kind.TEXT, "a room"),
                        optional("member_ids", Kind.IDS, List.of()),
                        optional("topic", Kind.TEXT, "of what")),
                Form.of("POST /rooms/direct", required("user_id", Kind.ID, binh.userId())),
                Form.of(
                        "PATCH /rooms/" + room,
                        optional("name", Kind.TEXT, "another name"),
                        optional("topic", Kind.TEXT, "another topic"),
                        optional("history", Kind.TEXT, "all"),
                        optional("slow_mode_seconds", Kind.NUMBER, 0),
                        optional("message_ttl_seconds", Kind.NUMBER, 5),
                        optional("join_approval", Kind.FLAG, false)),
                Form.of(
                        "PATCH /rooms/" + room + "/me",
                        optional("muted_until", Kind.TEXT, "2030-01-01T00:00:00Z"),
                        optional("pinned", Kind.FLAG, true),
                        optional("marked_unread", Kind.FLAG, true)),
                Form.of("POST /rooms/" + room + "/members", required("user_ids", Kind.IDS, List.of(binh.userId()))),
                Form.of("PATCH /rooms/" + room + "/members/" + binh.userId(), required("role", Kind.TEXT, "admin")),
                Form.of(
                        "POST /rooms/" + room + "/invites",
                        optional("max_uses", Kind.NUMBER, 1),
                        optional("expires_in", Kind.NUMBER, 60)));
    }

    @Test
    void a_frame_with_a_wrong_field_is_answered_with_invalid_request_and_the_socket_stays() {
        try (TestClient socket = an.socket()) {
            for (Form form : frames()) {
                for (Form.Mistake mistake : form.mistakes()) {
                    assertThat(socket.refused(form.name(), mistake.data()))
                            .as(mistake.toString())
                            .isEqualTo("invalid_request");
                }
                if (form.name().equals("resume")) {
                    socket.tell(form.name(), form.filled());
                    socket.await("resumed");
                } else {
                    socket.request(form.name(), form.filled());
                }
            }
            assertThat(socket.isOpen()).isTrue();
        }
    }

    @Test
    void every_frame_of_the_protocols_document_is_tried() throws IOException {
        String document = Files.readString(Path.of("docs/protocol.md"));
        String table = document.substring(
                document.indexOf("### Requests"), document.indexOf("```", document.indexOf("### Requests")));
        Set<String> documented = new TreeSet<>();
        Matcher row = DOCUMENTED.matcher(table);
        while (row.find()) {
            documented.addAll(List.of(row.group(1).replace("`", "").split(", ")));
        }
        documented.remove("ping");
        assertThat(frames()).extracting(Form::name).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void a_frame_about_what_is_not_there_is_answered_with_not_found() {
        try (TestClient socket = an.socket()) {
            for (Form form : frames()) {
                for (String field : List.of("room_id", "message_id", "reply_to", "forward_of")) {
                    // what a draft answers is looked at when it is sent
                    boolean kept = form.name().equals("draft") && field.equals("reply_to");
                    if (!kept
                            && form.fields().stream()
                                    .anyMatch(known -> known.name().equals(field))) {
                        Map<String, Object> data = new HashMap<>(form.filled());
                        data.put(field, UUID.randomUUID().toString());
                        if (field.equals("forward_of")) {
                            data.remove("content");
                        }
                        assertThat(socket.refused(form.name(), data))
                                .as(form.name() + " with an unknown " + field)
                                .isEqualTo("not_found");
                    }
                }
            }
        }
    }

    @Test
    void a_text_that_is_too_long_is_refused_and_one_that_is_merely_strange_is_kept_as_it_is() {
        try (TestClient socket = an.socket()) {
            socket.await("ready");
            Map<String, Object> tooLong = send("x".repeat(10_001));
            assertThat(socket.refused("send_message", tooLong)).isEqualTo("invalid_request");
            for (String strange : List.of(
                    "<script>alert(1)</script>",
                    "'; DROP TABLE tb_messages; --",
                    "\u202Eright to left",
                    "%00 \\u0000 ${x}",
                    "Z" + "\u0301".repeat(500),
                    "👩‍👩‍👧‍👦",
                    "\r\n\t",
                    "__proto__")) {
                if (!strange.isBlank()) {
                    socket.request("send_message", send(strange));
                    JsonNode told = socket.await("new_message");
                    assertThat(told.path("data").path("content").asText()).isEqualTo(strange);
                }
            }
        }
    }

    private Map<String, Object> send(String content) {
        return Map.of("room_id", room, "client_msg_id", UUID.randomUUID().toString(), "content", content);
    }

    @Test
    void a_call_with_a_wrong_field_is_answered_with_invalid_request() {
        for (Form form : calls()) {
            String[] call = form.name().split(" ");
            for (Form.Mistake mistake : form.mistakes()) {
                HttpResponse<byte[]> answer = an.answer(call[0], call[1], mistake.data());
                assertThat(Json.parse(answer.body()).path("code").asText())
                        .as(mistake.toString())
                        .isEqualTo("invalid_request");
            }
            assertThat(an.answer(call[0], call[1], form.filled()).statusCode())
                    .as(form.name())
                    .isBetween(200, 299);
        }
    }

    @Test
    void a_path_with_what_is_no_id_is_answered_with_not_found() {
        for (String wrong : List.of("x", "%00", "..%2f..", "1", "%F0%9F%98%82", "' OR 1=1".replace(" ", "%20"))) {
            for (String path : List.of("/rooms/" + wrong, "/rooms/" + wrong + "/messages", "/messages/" + wrong)) {
                assertThat(an.answer("GET", path).statusCode()).as(path).isIn(400, 404);
            }
        }
    }
}
