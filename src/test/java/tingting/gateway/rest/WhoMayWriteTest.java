package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.testing.Person;
import tingting.testing.TestServer;

/// The setting `who_may_write`: everyone, or friends only.
class WhoMayWriteTest {
    private final TestServer server = TestServer.start();
    private final Person an = Person.register(server.url(), "an_nguyen");
    private final Person binh = Person.register(server.url(), "binh_tran");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void who_takes_messages_from_friends_only_is_neither_written_to_nor_invited_by_a_stranger() {
        friendsOnly(an);
        binh.refused("POST", "/rooms/direct", Map.of("user_id", an.userId()), 403, "forbidden");
        Map<String, Object> group = Map.of("kind", "group", "name", "come in", "member_ids", List.of(an.userId()));
        binh.refused("POST", "/rooms", group, 403, "forbidden");
        String room = binh.group();
        Map<String, Object> members = Map.of("user_ids", List.of(an.userId()));
        binh.refused("POST", "/rooms/" + room + "/members", members, 403, "forbidden");

        befriend();
        assertThat(binh.say(binh.direct(an), "hello").path("seq").asLong()).isEqualTo(1);
        assertThat(binh.post("/rooms/" + room + "/members", members).path("items"))
                .hasSize(2);
    }

    @Test
    void a_conversation_that_exists_is_closed_to_who_is_no_friend() {
        String room = binh.direct(an);
        binh.say(room, "you do not know me");
        friendsOnly(an);
        refusedToWrite(binh, room);
        assertThat(an.get("/rooms/" + room + "/messages")).hasSize(1);

        everyone(an);
        binh.say(room, "still me");
    }

    @Test
    void who_was_written_to_may_answer() {
        friendsOnly(an);
        String room = an.direct(binh);
        refusedToWrite(binh, room);
        an.say(room, "are you the carpenter?");
        binh.say(room, "I am");
    }

    @Test
    void who_is_no_friend_any_more_is_a_stranger() {
        befriend();
        friendsOnly(an);
        String room = binh.direct(an);
        binh.say(room, "hello");
        assertThat(an.answer("DELETE", "/friends/" + binh.userId()).statusCode())
                .isEqualTo(204);
        refusedToWrite(binh, room);
    }

    @Test
    void the_setting_is_one_of_two_words() {
        for (Object other : List.of("nobody", "FRIENDS", 1, true, List.of())) {
            an.refused(
                    "PATCH", "/users/me", Map.of("settings", Map.of("who_may_write", other)), 400, "invalid_request");
        }
        assertThat(an.get("/users/me").path("settings").has("who_may_write")).isFalse();
    }

    private static void refusedToWrite(Person person, String room) {
        Map<String, Object> message = Map.of("client_msg_id", UUID.randomUUID().toString(), "content", "let me in");
        person.refused("POST", "/rooms/" + room + "/messages", message, 403, "forbidden");
    }

    private void befriend() {
        binh.post("/friends/requests", Map.of("user_id", an.userId()));
        an.post("/friends/requests/" + binh.userId() + "/accept", Map.of());
    }

    private static void friendsOnly(Person person) {
        set(person, "friends");
    }

    private static void everyone(Person person) {
        set(person, "everyone");
    }

    private static void set(Person person, String who) {
        person.patch("/users/me", Map.of("settings", Map.of("who_may_write", who)));
    }
}
