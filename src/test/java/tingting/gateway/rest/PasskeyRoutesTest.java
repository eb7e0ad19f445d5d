package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestPeople.PASSWORD;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.gateway.rest.AccountServer.Answer;
import tingting.testing.PasskeyDevice;

class PasskeyRoutesTest {
    private final AccountServer server = new AccountServer();
    private final Answer lan = server.signUp("lan");
    private final String token = lan.text("access_token");
    private final PasskeyDevice phone = new PasskeyDevice(server.origin());

    @AfterEach
    void close() {
        server.close();
    }

    // ---- adding

    @Test
    void a_passkey_is_added_named_and_removed() {
        String id = add(phone).text("passkey_id");
        assertThat(list().at("/items/0/name").asText()).isEqualTo("Phone");
        assertThat(list().at("/items/0/last_used_at").isNull()).isTrue();

        patch(id, "Laptop").expect(204);
        assertThat(list().at("/items/0/name").asText()).isEqualTo("Laptop");
        patch(id, " ").expect(400, "invalid_request");

        delete(id, Map.of()).expect(204);
        assertThat(list().path("items")).isEmpty();
        delete(id, Map.of()).expect(404, "not_found");
        patch(id, "Laptop").expect(404, "not_found");
    }

    @Test
    void a_browser_is_asked_for_a_key_that_it_finds_by_itself_and_that_verifies_its_user() {
        add(phone);
        JsonNode options = setup();

        assertThat(options.at("/authenticatorSelection/residentKey").asText()).isEqualTo("required");
        assertThat(options.at("/authenticatorSelection/userVerification").asText())
                .isEqualTo("required");
        assertThat(options.path("attestation").asText()).isEqualTo("none");
        assertThat(options.at("/rp/id").asText()).isEqualTo("127.0.0.1");
        assertThat(options.path("excludeCredentials")).hasSize(1);
    }

    @Test
    void adding_takes_an_answer_to_this_sessions_own_question_once() {
        JsonNode options = setup();
        String other = server.post("/auth/login", null, Map.of("login", "lan", "password", PASSWORD))
                .text("access_token");
        Map<String, Object> made = phone.create(options);
        Map<String, Object> body = Map.of("name", "Phone", "credential", made);

        server.post("/auth/passkeys", other, body).expect(400, "invalid_request");
        server.post("/auth/passkeys", token, body).expect(201);
        server.post("/auth/passkeys", token, body).expect(400, "invalid_request");
        PasskeyDevice late = new PasskeyDevice(server.origin());
        JsonNode asked = setup();
        server.people.clock.advance(Duration.ofMinutes(7));
        refuse(late.create(asked));
    }

    @Test
    void a_key_for_another_page_or_of_a_device_that_verifies_nobody_is_not_added() {
        PasskeyDevice elsewhere = new PasskeyDevice("https://evil.example");
        refuse(elsewhere.create(setup()));
        PasskeyDevice otherSite = new PasskeyDevice(server.origin());
        otherSite.rpId = "evil.example";
        refuse(otherSite.create(setup()));
        PasskeyDevice careless = new PasskeyDevice(server.origin());
        careless.verifies = false;
        refuse(careless.create(setup()));
        refuse(Map.of("id", "nonsense"));
        refuse(Map.of());
    }

    @Test
    void an_old_session_shows_once_more_who_it_is_to_add_and_to_remove() {
        String id = add(phone).text("passkey_id");
        server.people.clock.advance(Duration.ofMinutes(11));

        server.post("/auth/passkeys/setup", token, null).expect(400, "invalid_request");
        server.post("/auth/passkeys/setup", token, Map.of("password", "wrong")).expect(401, "invalid_credentials");
        server.post("/auth/passkeys/setup", token, Map.of("password", PASSWORD)).expect(200);
        delete(id, Map.of()).expect(400, "invalid_request");
        delete(id, Map.of("password", PASSWORD)).expect(204);
    }

    @Test
    void nobody_touches_the_passkeys_of_others_or_adds_one_twice() {
        String id = add(phone).text("passkey_id");
        String other = server.signUp("minh").text("access_token");

        server.send("PATCH", "/auth/passkeys/" + id, other, Map.of("name", "Mine"), Map.of())
                .expect(404);
        server.send("DELETE", "/auth/passkeys/" + id, other, null, Map.of()).expect(404);
        JsonNode options = server.post("/auth/passkeys/setup", other, null).body();
        server.post("/auth/passkeys", other, Map.of("name", "Mine", "credential", phone.create(options)))
                .expect(409, "conflict");
    }

    @Test
    void the_last_way_in_stays() {
        String id = add(phone).text("passkey_id");
        server.people.database.run(handle -> handle.execute("UPDATE tb_users SET password = NULL"));

        delete(id, Map.of()).expect(409, "conflict");
        String second = add(new PasskeyDevice(server.origin())).text("passkey_id");
        delete(id, Map.of()).expect(204);
        delete(second, Map.of()).expect(409, "conflict");
    }

    // ---- signing in

    @Test
    void who_has_the_device_is_in_without_a_name_a_password_or_a_code() {
        add(phone);
        phone.count = 1;
        Answer signedIn = finish(phone.sign(ask())).expect(200);

        assertThat(signedIn.body().at("/user/username").asText()).isEqualTo("lan");
        assertThat(signedIn.text("refresh_token")).isNotEmpty();
        server.get("/users/me", signedIn.text("access_token")).expect(200);
        assertThat(list().at("/items/0/last_used_at").asText()).isNotEmpty();
    }

    @Test
    void a_page_of_this_server_gets_cookies_and_a_foreign_one_nothing() {
        add(phone);
        Answer own =
                finish(phone.sign(ask()), Map.of("Origin", server.origin())).expect(200);
        assertThat(own.cookie("tingting_refresh")).isPresent();
        assertThat(own.body().has("refresh_token")).isFalse();

        Map<String, String> foreign = Map.of("Origin", "https://evil.example");
        server.send("POST", "/auth/passkeys/sign-in", null, null, foreign).expect(403, "forbidden");
        finish(phone.sign(ask()), foreign).expect(403, "forbidden");
    }

    @Test
    void a_signature_is_good_once_and_for_a_question_of_ours() {
        add(phone);
        Map<String, Object> signed = phone.sign(ask());
        finish(signed).expect(200);
        finish(signed).expect(401, "invalid_credentials");
        finish(phone.sign(setup())).expect(401, "invalid_credentials");
        JsonNode asked = ask();
        server.people.clock.advance(Duration.ofMinutes(7));
        finish(phone.sign(asked)).expect(401, "invalid_credentials");
    }

    @Test
    void a_signature_for_another_page_or_site_or_without_its_user_verified_lets_nobody_in() {
        add(phone);
        phone.origin = "https://evil.example";
        finish(phone.sign(ask())).expect(401, "invalid_credentials");
        phone.origin = server.origin();
        phone.rpId = "evil.example";
        finish(phone.sign(ask())).expect(401, "invalid_credentials");
        phone.rpId = "127.0.0.1";
        phone.verifies = false;
        finish(phone.sign(ask())).expect(401, "invalid_credentials");
        phone.verifies = true;
        finish(phone.sign(ask())).expect(200);
    }

    @Test
    void a_counter_that_goes_back_or_stands_still_lets_nobody_in() {
        add(phone);
        phone.count = 5;
        finish(phone.sign(ask())).expect(200);
        finish(phone.sign(ask())).expect(401, "invalid_credentials");
        phone.count = 4;
        finish(phone.sign(ask())).expect(401, "invalid_credentials");
        phone.count = 6;
        finish(phone.sign(ask())).expect(200);
    }

    @Test
    void a_passkey_signs_for_its_own_account_alone() {
        add(phone);
        PasskeyDevice stranger = new PasskeyDevice(server.origin());
        String other = server.signUp("minh").text("access_token");
        stranger.create(server.post("/auth/passkeys/setup", other, null).body());

        finish(stranger.sign(ask())).expect(401, "invalid_credentials");
        phone.create(server.post("/auth/passkeys/setup", other, null).body());
        finish(phone.sign(ask())).expect(401, "invalid_credentials");
    }

    @Test
    void removed_passkeys_and_those_of_closed_accounts_let_nobody_in() {
        PasskeyDevice lost = new PasskeyDevice(server.origin());
        String id = add(lost).text("passkey_id");
        add(phone);
        delete(id, Map.of()).expect(204);
        finish(lost.sign(ask())).expect(401, "invalid_credentials");

        server.people.database.run(handle -> handle.execute("UPDATE tb_users SET flag_delete = 'not_active'"));
        finish(phone.sign(ask())).expect(401, "invalid_credentials");
    }

    private JsonNode setup() {
        return server.post("/auth/passkeys/setup", token, null).expect(200).body();
    }

    private Answer add(PasskeyDevice device) {
        return server.post("/auth/passkeys", token, Map.of("name", "Phone", "credential", device.create(setup())))
                .expect(201);
    }

    private void refuse(Map<String, Object> credential) {
        server.post("/auth/passkeys", token, Map.of("name", "Phone", "credential", credential))
                .expect(400, "invalid_request");
    }

    private JsonNode list() {
        return server.get("/auth/passkeys", token).expect(200).body();
    }

    private Answer patch(String id, String name) {
        return server.send("PATCH", "/auth/passkeys/" + id, token, Map.of("name", name), Map.of());
    }

    private Answer delete(String id, Map<String, String> proof) {
        return server.send("DELETE", "/auth/passkeys/" + id, token, proof, Map.of());
    }

    private JsonNode ask() {
        return server.post("/auth/passkeys/sign-in", null, null).expect(200).body();
    }

    private Answer finish(Map<String, Object> credential) {
        return finish(credential, Map.of());
    }

    private Answer finish(Map<String, Object> credential, Map<String, String> headers) {
        return server.send("POST", "/auth/passkeys/sign-in/finish", null, Map.of("credential", credential), headers);
    }
}
