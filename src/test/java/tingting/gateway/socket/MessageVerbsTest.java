package tingting.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.protocol.Caller;
import tingting.room.RoomPatch;
import tingting.testing.TestClient;

/// What a native client can do with messages that are there.
class MessageVerbsTest {
    private final Node node = new Node();
    private final Caller an = node.person("an");
    private final Caller binh = node.person("binh");
    private final UUID room = node.group(an, binh);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void every_change_is_acknowledged_with_its_rev_and_told_to_everybody() {
        UUID message = node.say(an, room, "one").messageId();
        try (TestClient mine = node.listening(an);
                TestClient other = node.listening(binh);
                TestClient heard = node.listening(binh)) {
            ack(mine.request("edit_message", Map.of("message_id", message, "content", "two")), message, 2);
            ack(other.request("react", Map.of("message_id", message, "reaction_type", "❤️")), message, 3);
            ack(other.request("reaction", Map.of("message_id", message, "emoji", "👍")), message, 4);
            ack(other.request("react", Map.of("message_id", message, "emoji", "👍", "remove", true)), message, 5);
            ack(mine.request("pin", Map.of("message_id", message)), message, 6);
            ack(mine.request("unpin", Map.of("message_id", message)), message, 7);
            ack(mine.request("recall", Map.of("message_id", message)), message, 8);
            ack(mine.request("recall", Map.of("message_id", message)), message, 8);

            JsonNode edited = heard.await("message_edited");
            assertThat(edited.path("rev").asLong()).isEqualTo(2);
            assertThat(edited.path("data").path("content").asText()).isEqualTo("two");
            List<JsonNode> reactions = heard.await("reaction", 3);
            JsonNode standing = reactions.get(1).path("data").path("reactions");
            assertThat(standing.path(0).path("emoji").asText()).isEqualTo("❤️");
            assertThat(standing.path(0).has("me")).isFalse();
            assertThat(standing.path(1).path("user_ids").path(0).asText())
                    .isEqualTo(binh.userId().toString());
            assertThat(reactions.get(2).path("data").path("removed").asBoolean())
                    .isTrue();
            assertThat(heard.await("message_pinned").path("rev").asLong()).isEqualTo(6);
            assertThat(heard.await("message_unpinned").path("rev").asLong()).isEqualTo(7);
            JsonNode recalled = heard.await("message_recalled");
            assertThat(recalled.path("rev").asLong()).isEqualTo(8);
            assertThat(recalled.path("data").path("user_id").asText())
                    .isEqualTo(an.userId().toString());
        }
    }

    @Test
    void frames_sent_without_waiting_take_effect_in_order() {
        UUID message = node.say(an, room, "start").messageId();
        try (TestClient client = node.listening(an)) {
            for (int i = 0; i < 20; i++) {
                client.tell("edit_message", Map.of("message_id", message, "content", "edit " + i));
                client.tell(
                        "send_message",
                        Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "send " + i));
            }
            for (int i = 0; i < 20; i++) {
                JsonNode edit = client.await(frame -> frame.has("rev"));
                JsonNode send = client.await(frame -> frame.has("rev"));
                assertThat(edit.path("data").path("content").asText()).isEqualTo("edit " + i);
                assertThat(send.path("data").path("content").asText()).isEqualTo("send " + i);
            }
        }
    }

    @Test
    void after_a_recall_its_text_comes_back_neither_live_nor_replayed() {
        UUID message = node.say(an, room, "a secret").messageId();
        try (TestClient mine = node.listening(an)) {
            mine.request("edit_message", Map.of("message_id", message, "content", "a secret indeed"));
            mine.request("react", Map.of("message_id", message, "reaction_type", "🙈"));
            mine.request(
                    "send_message",
                    Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "yes", "reply_to", message));
            mine.request("recall", Map.of("message_id", message));
        }
        assertThat(replayed(binh, 0)).doesNotContain("secret").contains("message_edited", "\"reactions\":[]");
    }

    @Test
    void who_joined_later_is_replayed_no_older_text() {
        UUID old = node.say(an, room, "an old secret").messageId();
        node.rooms
                .update(an, room, new RoomPatch(null, null, null, "since_join", null, null, null))
                .join();
        Caller chi = node.person("chi");
        node.rooms.addMembers(an, room, Set.of(chi.userId())).join();
        try (TestClient mine = node.listening(an)) {
            mine.request("edit_message", Map.of("message_id", old, "content", "the secret again"));
            mine.request(
                    "send_message",
                    Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "see", "reply_to", old));
        }
        assertThat(replayed(chi, 2)).doesNotContain("secret").contains("message_edited", "new_message");
        assertThat(replayed(binh, 2)).contains("the secret again");
    }

    @Test
    void who_joined_later_is_told_no_older_text_while_the_others_are() {
        UUID old = node.say(an, room, "an old secret").messageId();
        node.rooms
                .update(an, room, new RoomPatch(null, null, null, "since_join", null, null, null))
                .join();
        Caller chi = node.person("chi");
        Caller dung = node.person("dung");
        node.rooms.addMembers(an, room, Set.of(chi.userId())).join();
        try (TestClient mine = node.listening(an);
                TestClient member = node.listening(binh);
                TestClient newcomer = node.listening(chi);
                TestClient joining = node.listening(dung)) {
            node.rooms.addMembers(an, room, Set.of(dung.userId())).join();
            mine.request("edit_message", Map.of("message_id", old, "content", "the secret again"));
            mine.request(
                    "send_message",
                    Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "see", "reply_to", old));
            assertThat(member.await("message_edited")
                            .path("data")
                            .path("content")
                            .asText())
                    .isEqualTo("the secret again");
            assertThat(excerpt(member, old).asText()).isEqualTo("the secret again");
            for (TestClient later : List.of(newcomer, joining)) {
                assertThat(later.await("message_edited")
                                .path("data")
                                .path("content")
                                .isNull())
                        .isTrue();
                assertThat(excerpt(later, old).isNull()).isTrue();
            }
        }
    }

    /// What the next new message shows of the one that it answers.
    private static JsonNode excerpt(TestClient client, UUID answered) {
        JsonNode quoted = client.await("new_message").path("data").path("reply_to");
        assertThat(quoted.path("message_id").asText()).isEqualTo(answered.toString());
        return quoted.path("excerpt");
    }

    @Test
    void unread_counts_follow_a_recall() {
        UUID direct = node.rooms.openDirect(an, binh.userId()).join().roomId();
        UUID message = node.say(an, direct, "oops").messageId();
        try (TestClient mine = node.listening(an);
                TestClient other = node.listening(binh)) {
            mine.request("recall", Map.of("message_id", message));
            other.await(frame -> frame.path("type").asText().equals("unread")
                    && frame.path("data").path("unread").asLong(-1) == 0);
        }
    }

    @Test
    void a_message_is_passed_on_and_everybody_called() {
        UUID there = node.group(an, binh);
        UUID source = node.say(binh, room, "look").messageId();
        try (TestClient client = node.listening(an)) {
            client.request(
                    "send_message", Map.of("room_id", there, "client_msg_id", UUID.randomUUID(), "forward_of", source));
            JsonNode copy = client.await("new_message").get("data");
            assertThat(copy.path("content").asText()).isEqualTo("look");
            assertThat(copy.path("forwarded_from").asText())
                    .isEqualTo(binh.userId().toString());
            client.request(
                    "send_message",
                    Map.of(
                            "room_id",
                            there,
                            "client_msg_id",
                            UUID.randomUUID(),
                            "content",
                            "@all",
                            "mention_all",
                            true));
            assertThat(client.await("new_message")
                            .path("data")
                            .path("mention_all")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void what_is_wrong_is_refused_by_its_code() {
        UUID message = node.say(an, room, "mine").messageId();
        Caller chi = node.person("chi");
        try (TestClient outsider = node.listening(chi);
                TestClient member = node.listening(binh)) {
            for (String verb : List.of("recall", "pin", "unpin")) {
                assertThat(outsider.refused(verb, Map.of("message_id", message)))
                        .isEqualTo("not_found");
                assertThat(member.refused(verb, Map.of("message_id", message))).isEqualTo("forbidden");
                assertThat(member.refused(verb, Map.of("message_id", UUID.randomUUID())))
                        .isEqualTo("not_found");
                assertThat(member.refused(verb, Map.of())).isEqualTo("invalid_request");
                assertThat(member.refused(verb, Map.of("message_id", 5))).isEqualTo("invalid_request");
            }
            assertThat(member.refused("edit_message", Map.of("message_id", message, "content", "x")))
                    .isEqualTo("forbidden");
            assertThat(member.refused("edit_message", Map.of("message_id", message)))
                    .isEqualTo("invalid_request");
            assertThat(member.refused("react", Map.of("message_id", message, "reaction_type", "like")))
                    .isEqualTo("invalid_request");
            assertThat(member.refused("react", Map.of("message_id", message))).isEqualTo("invalid_request");
        }
    }

    /// What a member is replayed of the room after that rev.
    private String replayed(Caller member, long rev) {
        try (TestClient back = node.client(member)) {
            JsonNode ready = back.await("ready").get("data");
            back.tell(
                    "resume",
                    Map.of(
                            "epoch", ready.path("epoch").asText(),
                            "user_rev", ready.path("user_rev").asLong(),
                            "rooms", Map.of(room, rev)));
            StringBuilder replayed = new StringBuilder();
            JsonNode resumed = back.await(frame -> {
                replayed.append(frame);
                return frame.path("type").asText().equals("resumed");
            });
            assertThat(resumed.path("data").path("rooms").asInt()).isEqualTo(1);
            return replayed.toString();
        }
    }

    private static void ack(JsonNode ack, UUID message, long rev) {
        assertThat(ack.path("message_id").asText()).isEqualTo(message.toString());
        assertThat(ack.path("rev").asLong()).isEqualTo(rev);
    }
}
