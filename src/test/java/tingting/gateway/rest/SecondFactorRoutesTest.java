package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestPeople.PASSWORD;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tingting.gateway.rest.AccountServer.Answer;
import tingting.testing.Authenticator;

class SecondFactorRoutesTest {
    private final AccountServer server = new AccountServer();
    private final String token = server.signUp("lan").text("access_token");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void signing_in_takes_a_code_once_the_second_factor_is_on() {
        Answer setup = server.post("/auth/2fa/setup", token, null).expect(200);
        assertThat(setup.body().properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("secret", "otpauth_url", "recovery_codes");
        Authenticator app = new Authenticator(setup.text("secret"), server.people.clock);
        login(null).expect(200);

        server.post("/auth/2fa/confirm", token, Map.of("code", "000")).expect(400, "invalid_request");
        server.post("/auth/2fa/confirm", token, Map.of("code", app.code())).expect(204);
        assertThat(server.get("/users/me", token).body().path("second_factor").asBoolean())
                .isTrue();
        assertThat(server.get("/auth/2fa", token).expect(200).body().toString())
                .isEqualTo("{\"enabled\":true,\"recovery_codes_left\":10}");

        login(null).expect(401, "otp_required");
        login("000000").expect(401, "invalid_credentials");
        login(app.code()).expect(200);
        login(setup.body().at("/recovery_codes/0").asText()).expect(200);
        server.post("/auth/2fa/setup", token, null).expect(409, "conflict");
    }

    @Test
    void an_old_session_needs_the_password_or_a_code() {
        server.people.clock.advance(Duration.ofMinutes(11));
        server.post("/auth/2fa/setup", token, null).expect(400, "invalid_request");
        server.post("/auth/2fa/setup", token, Map.of("password", "wrong")).expect(401, "invalid_credentials");
        String secret = server.post("/auth/2fa/setup", token, Map.of("password", PASSWORD))
                .expect(200)
                .text("secret");
        Authenticator app = new Authenticator(secret, server.people.clock);
        server.post("/auth/2fa/confirm", token, Map.of("code", app.code())).expect(204);

        delete(Map.of()).expect(400, "invalid_request");
        delete(Map.of("otp", "000000")).expect(401, "invalid_credentials");
        delete(Map.of("otp", app.code())).expect(204);
        login(null).expect(200);
    }

    private Answer login(@Nullable String otp) {
        Map<String, String> body = otp == null
                ? Map.of("login", "lan", "password", PASSWORD)
                : Map.of("login", "lan", "password", PASSWORD, "otp", otp);
        return server.post("/auth/login", null, body);
    }

    private Answer delete(Map<String, String> proof) {
        return server.send("DELETE", "/auth/2fa", token, proof, Map.of());
    }
}
