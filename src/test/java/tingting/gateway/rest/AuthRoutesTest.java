package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestPeople.PASSWORD;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.gateway.rest.AccountServer.Answer;

class AuthRoutesTest {
    private static final Map<String, String> LOGIN = Map.of("login", "lan", "password", PASSWORD);

    private final AccountServer server = new AccountServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void registering_answers_the_profile_and_the_tokens() {
        Answer lan = server.post(
                        "/auth/register",
                        null,
                        Map.of(
                                "username",
                                "lan",
                                "password",
                                PASSWORD,
                                "email",
                                "lan@example.org",
                                "display_name",
                                "Ngọc Lan"))
                .expect(201);

        assertThat(lan.body().path("user").path("username").textValue()).isEqualTo("lan");
        assertThat(lan.body().path("user").path("display_name").textValue()).isEqualTo("Ngọc Lan");
        assertThat(lan.body().path("user").path("email").textValue()).isEqualTo("lan@example.org");
        assertThat(lan.body().path("expires_in").intValue()).isEqualTo(900);
        assertThat(lan.body().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("user", "access_token", "refresh_token", "expires_in");
        assertThat(lan.cookies()).as("of a client that is no browser").isEmpty();
        server.get("/users/me", lan.text("access_token")).expect(200);
    }

    @Test
    void what_is_taken_is_a_conflict_that_names_the_field() {
        server.signUp("lan");
        Answer again = server.post("/auth/register", null, Map.of("username", "LAN", "password", PASSWORD))
                .expect(409, "conflict");

        assertThat(again.body().at("/errors/0/field").textValue()).isEqualTo("username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\": \"lan\"}",
                "{\"username\": 1, \"password\": \"thuyền giấy\"}",
                "{\"username\": \"lan\", \"password\": [\"thuyền giấy\"]}",
                "{\"username\": \"lan\", \"password\": \"thuyền giấy\", \"email\": {}}",
                "[]",
                "null",
                "{",
                "\"lan\""
            })
    void a_registration_of_the_wrong_shape_is_invalid(String body) {
        server.post("/auth/register", null, body).expect(400, "invalid_request");
    }

    @Test
    void signing_in_answers_200_and_a_wrong_password_401() {
        server.signUp("lan");

        server.post("/auth/login", null, LOGIN).expect(200);
        server.post("/auth/login", null, Map.of("login", "lan", "password", "not the password"))
                .expect(401, "invalid_credentials");
        server.post("/auth/login", null, Map.of("login", "minh", "password", "not the password"))
                .expect(401, "invalid_credentials");
        server.post("/auth/login", null, Map.of("login", "lan")).expect(400, "invalid_request");
    }

    @Test
    void tokens_are_renewed_with_the_refresh_token_of_the_body() {
        Answer lan = server.signUp("lan");
        Answer renewed = server.post("/auth/refresh", null, Map.of("refresh_token", lan.text("refresh_token")))
                .expect(200);

        assertThat(renewed.text("refresh_token")).isNotEqualTo(lan.text("refresh_token"));
        assertThat(renewed.body().path("user")).isEqualTo(lan.body().path("user"));
        server.get("/users/me", renewed.text("access_token")).expect(200);

        server.post("/auth/refresh", null, Map.of("refresh_token", lan.text("refresh_token")))
                .expect(401, "unauthenticated");
        server.get("/users/me", renewed.text("access_token")).expect(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refresh_token\": 1}", "[]"})
    void a_renewal_of_the_wrong_shape_is_invalid(String body) {
        server.post("/auth/refresh", null, body).expect(400, "invalid_request");
    }

    @Test
    void a_page_of_ours_gets_its_refresh_token_in_a_cookie_and_not_in_the_body() {
        server.signUp("lan");
        Answer login = fromOwnPage("/auth/login", LOGIN, "").expect(200);

        assertThat(login.body().has("refresh_token")).isFalse();
        assertThat(login.cookies())
                .anySatisfy(cookie -> assertThat(attributes(cookie))
                        .contains("path=/api/v1/auth", "httponly", "samesite=strict", "max-age=2592000")
                        .doesNotContain("secure")
                        .anyMatch(part -> part.startsWith("tingting_refresh=")));
        assertThat(login.cookies())
                .anySatisfy(cookie -> assertThat(attributes(cookie))
                        .contains("path=/media", "httponly", "samesite=strict", "max-age=900")
                        .anyMatch(part -> part.startsWith("tingting_media=")));
        assertThat(login.cookie("tingting_media")).contains(login.text("access_token"));
    }

    @Test
    void cookies_are_for_https_alone_when_the_page_came_by_https() {
        server.signUp("lan");
        Answer login = server.send(
                "POST",
                "/auth/login",
                null,
                LOGIN,
                Map.of(
                        "Origin", server.origin().replace("http:", "https:"),
                        "X-Forwarded-Proto", "https",
                        "X-Forwarded-For", "203.0.113.7"));

        assertThat(login.expect(200).cookies())
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(attributes(cookie)).contains("secure"));
        assertThat(server.get("/auth/sessions", login.text("access_token"))
                        .body()
                        .at("/items/0/address")
                        .textValue())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void a_page_of_ours_renews_with_its_cookie_and_no_body() {
        server.signUp("lan");
        String first =
                fromOwnPage("/auth/login", LOGIN, "").cookie("tingting_refresh").orElseThrow();
        Answer renewed =
                fromOwnPage("/auth/refresh", null, "tingting_refresh=" + first).expect(200);

        assertThat(renewed.body().has("refresh_token")).isFalse();
        assertThat(renewed.cookie("tingting_refresh")).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(renewed.cookie("tingting_media")).contains(renewed.text("access_token"));
        fromOwnPage("/auth/refresh", null, "").expect(401, "unauthenticated");
    }

    @Test
    void the_cookie_is_for_our_pages_alone() {
        server.signUp("lan");
        String cookie = "tingting_refresh="
                + fromOwnPage("/auth/login", LOGIN, "")
                        .cookie("tingting_refresh")
                        .orElseThrow();

        server.send("POST", "/auth/refresh", null, null, Map.of("Cookie", cookie))
                .expect(400, "invalid_request");
        server.send(
                        "POST",
                        "/auth/refresh",
                        null,
                        null,
                        Map.of("Cookie", cookie, "Origin", AccountServer.FRIENDLY_SITE))
                .expect(400, "invalid_request");
        fromOwnPage("/auth/refresh", null, cookie).expect(200);
    }

    @Test
    void a_foreign_page_signs_nobody_in() {
        Answer lan = server.signUp("lan");
        Map<String, String> foreign = Map.of("Origin", "https://evil.example");

        server.send("POST", "/auth/login", null, LOGIN, foreign).expect(403, "forbidden");
        server.send("POST", "/auth/register", null, Map.of("username", "minh", "password", PASSWORD), foreign)
                .expect(403, "forbidden");
        server.send("POST", "/auth/refresh", null, Map.of("refresh_token", lan.text("refresh_token")), foreign)
                .expect(403, "forbidden");
        server.post("/auth/refresh", null, Map.of("refresh_token", lan.text("refresh_token")))
                .expect(200);
    }

    @Test
    void a_site_that_the_settings_allow_is_a_client_like_any_other() {
        server.signUp("lan");
        Answer login = server.send("POST", "/auth/login", null, LOGIN, Map.of("Origin", AccountServer.FRIENDLY_SITE))
                .expect(200);

        assertThat(login.text("refresh_token")).isNotEmpty();
        assertThat(login.cookies()).isEmpty();
    }

    @Test
    void logging_out_voids_the_token_and_takes_the_cookies_back() {
        server.signUp("lan");
        Answer login = fromOwnPage("/auth/login", LOGIN, "");
        String token = login.text("access_token");

        Answer logout = server.send("POST", "/auth/logout", token, null, Map.of("Origin", server.origin()));

        assertThat(logout.expect(204).cookies())
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(attributes(cookie)).contains("max-age=0"));
        server.get("/users/me", token).expect(401, "unauthenticated");
        server.post("/auth/logout", null, null).expect(401, "unauthenticated");
    }

    @Test
    void changing_the_password_answers_nothing() {
        String token = server.signUp("lan").text("access_token");
        Map<String, String> change = Map.of("old_password", PASSWORD, "new_password", "con đò bến cũ");

        server.post("/auth/password/change", null, change).expect(401, "unauthenticated");
        server.post("/auth/password/change", token, change).expect(204);
        server.post("/auth/password/change", token, change).expect(401, "invalid_credentials");
        server.post("/auth/password/change", token, Map.of("old_password", PASSWORD))
                .expect(400, "invalid_request");
    }

    @Test
    void devices_are_listed_and_revoked() {
        String here = server.signUp("lan").text("access_token");
        server.people.clock.advance(Duration.ofSeconds(1));
        String there = server.post("/auth/login", null, LOGIN).text("access_token");
        var items = server.get("/auth/sessions", here).expect(200).body().path("items");

        assertThat(items).hasSize(2);
        assertThat(items.path(0).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "session_id",
                        "current",
                        "user_agent",
                        "browser",
                        "system",
                        "address",
                        "created_at",
                        "last_used_at");
        assertThat(items.path(0).path("current").booleanValue()).isFalse();
        assertThat(items.path(1).path("current").booleanValue()).isTrue();
        assertThat(items.path(0).path("user_agent").textValue()).startsWith("Java-http-client");

        String other = items.path(0).path("session_id").textValue();
        server.send("DELETE", "/auth/sessions/" + other, here, null, Map.of()).expect(204);
        server.get("/users/me", there).expect(401, "unauthenticated");
        for (String unknown : List.of(other, "x", server.people.ids.next().toString())) {
            server.send("DELETE", "/auth/sessions/" + unknown, here, null, Map.of())
                    .expect(404, "not_found");
        }
    }

    @Test
    void all_other_devices_are_signed_out_at_once() {
        String here = server.signUp("lan").text("access_token");
        String phone = server.post("/auth/login", null, LOGIN).text("access_token");
        String tablet = server.post("/auth/login", null, LOGIN).text("access_token");
        String minh = server.signUp("minh").text("access_token");

        server.send("DELETE", "/auth/sessions", here, null, Map.of()).expect(204);
        for (String other : List.of(phone, tablet)) {
            server.get("/users/me", other).expect(401, "unauthenticated");
        }
        for (String left : List.of(here, minh)) {
            assertThat(server.get("/auth/sessions", left).expect(200).body().path("items"))
                    .hasSize(1);
        }
    }

    private Answer fromOwnPage(String path, @Nullable Object body, String cookie) {
        Map<String, String> headers = cookie.isEmpty()
                ? Map.of("Origin", server.origin())
                : Map.of("Origin", server.origin(), "Cookie", cookie);
        return server.send("POST", path, null, body, headers);
    }

    private static List<String> attributes(String cookie) {
        return Arrays.stream(cookie.split(";"))
                .map(part -> part.strip())
                .map(part -> part.startsWith("tingting_") ? part : part.toLowerCase(Locale.ROOT))
                .toList();
    }
}
