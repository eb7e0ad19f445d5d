package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.testing.Person;
import tingting.testing.TestServer;

class SearchRoutesTest {
    private final TestServer server = TestServer.start();
    private final Person an = Person.register(server.url(), "an_nguyen");
    private final Person binh = Person.register(server.url(), "binh_tran");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_message_is_found_within_two_seconds_and_shows_why() {
        String room = an.group(binh);
        String id = an.say(room, "Chiều nay mình Đang Bận, mai nhé")
                .path("message_id")
                .asText();

        await().atMost(Duration.ofSeconds(2))
                .until(() -> !search(binh, "dang ba").path("items").isEmpty());

        JsonNode hit = search(binh, "dang ba").path("items").get(0);
        assertThat(hit.path("message")).isEqualTo(binh.get("/messages/" + id));
        assertThat(hit.path("snippet"))
                .extracting(part -> part.path("text").asText())
                .containsExactly("Chiều nay mình ", "Đang Bận", ", mai nhé");
        assertThat(hit.path("snippet"))
                .extracting(part -> part.path("hit").asBoolean())
                .containsExactly(false, true, false);
    }

    @Test
    void the_list_has_pages() {
        String room = an.group(binh);
        for (int i = 0; i < 3; i++) {
            an.say(room, "page " + i);
        }
        await().until(() -> search(an, "page").path("items").size() == 3);

        JsonNode first = an.get("/search/messages?q=page&limit=2");
        JsonNode second = an.get("/search/messages?q=page&limit=2&cursor="
                + first.path("next_cursor").asText());
        assertThat(List.of(content(first, 0), content(first, 1), content(second, 0)))
                .containsExactly("page 2", "page 1", "page 0");
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void nothing_but_signs_finds_nothing() {
        assertThat(search(an, "👍 !?")).isEqualTo(an.get("/search/messages?q=%20"));
        assertThat(search(an, "\" OR * \u0000").path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=",
                "?q=a&limit=51",
                "?q=a&limit=0",
                "?q=a&cursor=x",
                "?q=a&cursor=YQ",
                "?q=a&before=yesterday",
                "?q=a&from=me",
                "?q=a&room_id=1"
            })
    void a_request_that_makes_no_sense_is_refused(String query) {
        assertThat(an.answer("GET", "/search/messages" + query, Map.of()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_query_of_more_than_two_hundred_characters_is_refused() {
        assertThat(an.answer("GET", "/search/messages?q=" + "%C4%83".repeat(201), Map.of())
                        .statusCode())
                .isEqualTo(400);
        assertThat(search(an, "😀".repeat(200)).path("items")).isEmpty();
    }

    @Test
    void a_room_of_others_is_not_found() {
        String room = an.group();
        assertThat(binh.answer("GET", "/search/messages?q=a&room_id=" + room, Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private static String content(JsonNode page, int index) {
        return page.path("items").get(index).path("message").path("content").asText();
    }

    private static JsonNode search(Person person, String query) {
        return person.get("/search/messages?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
}
