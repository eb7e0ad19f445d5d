package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestPeople.PASSWORD;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.gateway.rest.AccountServer.Answer;
import tingting.notice.Letter;
import tingting.testing.Mailbox;
import tingting.testing.Medians;

class RecoveryRoutesTest {
    private static final String EMAIL = "lan@example.org";
    private static final String NEW_PASSWORD = "con đò bến cũ";

    private final AccountServer server = new AccountServer();
    private final Answer lan =
            server.post("/auth/register", null, Map.of("username", "lan", "password", PASSWORD, "email", EMAIL));
    private final String token = lan.text("access_token");

    @BeforeEach
    void read_the_mail_of_the_registration() {
        assertThat(server.people.mailbox.next().subject()).isEqualTo("Your code to confirm this address");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_forgotten_password_is_set_anew_with_the_code_from_the_mail() {
        forgot(EMAIL).expect(202);
        String code = server.people.mailbox.code();

        reset(EMAIL, code, "password").expect(400, "invalid_request");
        reset(EMAIL, code, NEW_PASSWORD).expect(204);

        server.get("/users/me", token).expect(401, "unauthenticated");
        server.post("/auth/login", null, Map.of("login", EMAIL, "password", PASSWORD))
                .expect(401);
        server.post("/auth/login", null, Map.of("login", EMAIL, "password", NEW_PASSWORD))
                .expect(200);
    }

    @Test
    void a_wrong_code_names_its_field_and_nothing_tells_whether_there_is_an_account() {
        forgot(EMAIL).expect(202);
        Answer known = reset(EMAIL, "000000", NEW_PASSWORD).expect(400, "invalid_request");
        Answer unknown = reset("nobody@example.org", "000000", NEW_PASSWORD).expect(400, "invalid_request");

        assertThat(known.body().at("/errors/0/field").textValue()).isEqualTo("otp");
        assertThat(unknown.body().at("/errors")).isEqualTo(known.body().at("/errors"));
        assertThat(unknown.text("detail")).isEqualTo(known.text("detail"));
    }

    @Test
    void forgot_answers_alike_with_and_without_an_account() {
        Answer known = forgot(EMAIL).expect(202);
        Answer unknown = forgot("nobody@example.org").expect(202);

        assertThat(known.http().body()).isEmpty();
        assertThat(unknown.http().body()).isEmpty();
        assertThat(unknown.http().headers().map().keySet())
                .isEqualTo(known.http().headers().map().keySet());
    }

    @Test
    void forgot_takes_the_same_time_with_and_without_an_account() {
        Medians.assertAlike(_ -> forgot(EMAIL), _ -> forgot("nobody@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"email\": 1}",
                "{\"email\": \"lan\"}",
                "{\"email\": \"lan@example.org\\r\\nBcc: all@example.org\"}",
                "{\"email\": \"lan@example.org\\u0000\"}",
                "{\"email\": \"lan@example.org\", \"phone\": \"+84912345678\"}",
                "{\"phone\": \"911\"}"
            })
    void what_names_no_contact_is_invalid(String body) {
        server.post("/auth/password/forgot", null, body).expect(400, "invalid_request");
    }

    @Test
    void a_header_that_is_no_language_does_no_harm() {
        server.send(
                        "POST",
                        "/auth/password/forgot",
                        null,
                        Map.of("email", EMAIL),
                        Map.of("Accept-Language", "vi;q=99,,;;x\u00ff"))
                .expect(202);

        assertThat(server.people.mailbox.next().language()).isEqualTo("en");
    }

    @Test
    void a_mail_says_nothing_that_a_user_wrote() {
        Map<String, String> name = Map.of("display_name", "Win <b>now</b>: evil.example");
        server.send("PATCH", "/users/me", token, name, Map.of()).expect(200);
        forgot(EMAIL).expect(202);

        Letter letter = server.people.mailbox.next();
        assertThat(letter.text() + letter.html() + letter.subject()).doesNotContain("evil", "Win");
    }

    @Test
    void a_foreign_page_asks_for_nothing() {
        Map<String, String> foreign = Map.of("Origin", "https://evil.example");

        server.send("POST", "/auth/password/forgot", null, Map.of("email", EMAIL), foreign)
                .expect(403, "forbidden");
        server.send(
                        "POST",
                        "/auth/password/reset",
                        null,
                        Map.of("email", EMAIL, "otp", "000000", "new_password", NEW_PASSWORD),
                        foreign)
                .expect(403, "forbidden");
    }

    @Test
    void an_e_mail_address_changes_when_its_code_has_come_back() {
        Answer asked = server.send("PATCH", "/users/me", token, Map.of("email", "lan@example.com"), Map.of())
                .expect(200);
        assertThat(asked.text("email")).isEqualTo(EMAIL);
        Letter letter = server.people.mailbox.next();
        assertThat(letter.to()).isEqualTo("lan@example.com");

        Map<String, String> wrong = Map.of("email", "lan@example.com", "otp", "x");
        server.post("/users/me/email/confirm", token, wrong).expect(400, "invalid_request");
        Answer confirmed = server.post(
                        "/users/me/email/confirm",
                        token,
                        Map.of("email", "lan@example.com", "otp", Mailbox.codeIn(letter.text())))
                .expect(200);
        assertThat(confirmed.text("email")).isEqualTo("lan@example.com");
        assertThat(confirmed.text("email_verified_at")).isEqualTo("2026-03-01T08:00:00.000Z");
    }

    @Test
    void the_address_of_the_registration_is_confirmed_by_asking_for_it() {
        assertThat(lan.body().at("/user/email_verified_at").isNull()).isTrue();
        server.post("/users/me/email", token, Map.of("email", EMAIL)).expect(202);

        server.post("/users/me/email/confirm", token, Map.of("email", EMAIL, "otp", server.people.mailbox.code()))
                .expect(200);
    }

    @Test
    void a_patch_with_the_address_one_has_sends_nothing_and_null_removes_it() {
        server.send("PATCH", "/users/me", token, Map.of("email", EMAIL), Map.of())
                .expect(200);
        Answer removed = server.send("PATCH", "/users/me", token, Collections.singletonMap("email", null), Map.of())
                .expect(200);

        assertThat(removed.body().path("email").isNull()).isTrue();
        assertThat(server.people.mailbox.next().subject()).isEqualTo("Your account has another address now");
        assertThat(server.people.mailbox.letters()).hasSize(2);
    }

    @Test
    void too_many_wishes_for_an_address_are_told_how_long_to_wait() {
        // the first was the registration's
        for (int i = 0; i < 4; i++) {
            server.post("/users/me/email", token, Map.of("email", "lan%d@example.com".formatted(i)))
                    .expect(202);
        }
        Answer refused = server.post("/users/me/email", token, Map.of("email", "lan@example.com"))
                .expect(429, "rate_limited");

        assertThat(refused.http().headers().firstValue("Retry-After")).contains("3600");
    }

    private Answer forgot(String email) {
        return server.post("/auth/password/forgot", null, Map.of("email", email));
    }

    private Answer reset(String email, String code, String password) {
        return server.post("/auth/password/reset", null, Map.of("email", email, "otp", code, "new_password", password));
    }
}
