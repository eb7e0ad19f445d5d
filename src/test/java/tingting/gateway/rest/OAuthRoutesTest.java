package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.testing.TestPeople.PASSWORD;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tingting.account.AccountState;
import tingting.account.StandingStore;
import tingting.config.Settings;
import tingting.gateway.rest.AccountServer.Answer;
import tingting.notice.Letter;
import tingting.oauth.OAuth;
import tingting.protocol.Ids;
import tingting.testing.Authenticator;
import tingting.testing.Mailbox;
import tingting.testing.TestProviders;

class OAuthRoutesTest {
    private static final String FLOW = "tingting_oauth";
    private static final String NEW_PASSWORD = "con đò bến cũ";

    private static final TestProviders PROVIDERS = new TestProviders();
    private static final AccountServer SERVER = new AccountServer(PROVIDERS.settings(), Duration.ofSeconds(30));

    private final Browser browser = new Browser();

    @AfterAll
    static void close() {
        SERVER.close();
        PROVIDERS.close();
    }

    /// What a browser does, with one cookie.
    private static final class Browser {
        private Optional<String> flow = Optional.empty();

        Answer go(String path) {
            return remember(SERVER.send("GET", path, null, null, cookies()));
        }

        Map<String, String> cookies() {
            return flow.map(value -> Map.of("Cookie", FLOW + "=" + value)).orElse(Map.of());
        }

        Answer remember(Answer answer) {
            answer.cookie(FLOW).ifPresent(value -> flow = Optional.of(value).filter(text -> !text.isEmpty()));
            return answer;
        }

        /// Goes to the provider and says yes; answers the way back.
        String leave(String provider) {
            return back(location(go("/auth/oauth/" + provider).expect(302)));
        }

        Answer signIn(String provider) {
            return go(leave(provider)).expect(302);
        }
    }

    private static String location(Answer answer) {
        return answer.http().headers().firstValue("Location").orElseThrow();
    }

    /// The path, as [AccountServer#send] takes it, that the provider leads to from there.
    private static String back(String address) {
        return PROVIDERS.approve(address).substring((SERVER.origin() + "/api/v1").length());
    }

    private static void refused(Answer answer, String problem) {
        assertThat(location(answer.expect(302))).isEqualTo("/app/sign-in?problem=" + problem);
        assertThat(answer.cookie("tingting_refresh")).isEmpty();
    }

    /// The account of who has just been signed in.
    private static Answer me(Answer signedIn) {
        return SERVER.get("/users/me", token(signedIn)).expect(200);
    }

    /// An access token, as the web app gets one with the cookie that signing in leaves.
    private static String token(Answer signedIn) {
        Map<String, String> page = Map.of(
                "Origin",
                SERVER.origin(),
                "Cookie",
                "tingting_refresh=" + signedIn.cookie("tingting_refresh").orElseThrow());
        return SERVER.send("POST", "/auth/refresh", null, null, page)
                .expect(200)
                .text("access_token");
    }

    private static Map<String, Object> verified(String email) {
        return Map.of("email", email, "email_verified", true);
    }

    private Answer signInAtCompany(String subject, Map<String, Object> claims) {
        PROVIDERS.atCompany(subject, claims);
        return browser.signIn("oidc");
    }

    private static Answer signUp(String username, String email, Map<String, String> headers) {
        Map<String, Object> account = Map.of("username", username, "password", PASSWORD, "email", email);
        return SERVER.send("POST", "/auth/register", null, account, headers).expect(201);
    }

    private static void confirm(Answer account, String email) {
        Map<String, Object> code = Map.of("email", email, "otp", codeFor(email));
        SERVER.post("/users/me/email/confirm", account.text("access_token"), code)
                .expect(200);
    }

    private static Answer confirmed(String username, String email) {
        Answer account = signUp(username, email, Map.of());
        confirm(account, email);
        return account;
    }

    /// The next mail to that address; all tests share the mailbox.
    private static Letter letterTo(String email) {
        Letter letter = SERVER.people.mailbox.next();
        while (!letter.to().equals(email)) {
            letter = SERVER.people.mailbox.next();
        }
        return letter;
    }

    private static String codeFor(String email) {
        return Mailbox.codeIn(letterTo(email).text());
    }

    private static void disable(String userId) {
        SERVER.people.database.run(
                handle -> new StandingStore().setState(handle, Ids.parse(userId).orElseThrow(), AccountState.DISABLED));
    }

    // who comes in

    @Test
    void those_providers_are_offered_that_are_set_up() {
        assertThat(SERVER.get("/auth/oauth/providers", null)
                        .expect(200)
                        .body()
                        .path("items")
                        .toString())
                .isEqualTo(
                        "[{\"provider\":\"google\",\"name\":\"Google\"},"
                                + "{\"provider\":\"github\",\"name\":\"GitHub\"},{\"provider\":\"oidc\",\"name\":\"Company\"}]");
        SERVER.get("/auth/oauth/facebook", null).expect(404, "not_found");
        SERVER.get("/auth/oauth/facebook/callback", null).expect(404, "not_found");
    }

    @Test
    void somebody_new_gets_an_account_with_the_address_that_the_provider_vouches_for_and_comes_back_to_it() {
        Answer first = signInAtCompany(
                "new", Map.of("email", "mai@company.example", "email_verified", true, "name", "Mai Lê"));
        Answer me = me(first);

        assertThat(location(first)).isEqualTo("/app");
        assertThat(me.text("username")).isEqualTo("mai");
        assertThat(me.text("display_name")).isEqualTo("Mai Lê");
        assertThat(me.text("email")).isEqualTo("mai@company.example");
        assertThat(me.text("email_verified_at")).isNotEqualTo("null");
        assertThat(me.body().path("has_password").booleanValue()).isFalse();
        assertThat(me(signInAtCompany("new", Map.of())).text("user_id")).isEqualTo(me.text("user_id"));
    }

    @Test
    void a_name_that_is_taken_or_may_not_be_one_becomes_another() {
        SERVER.signUp("quynh");
        Answer taken = me(signInAtCompany("taken", Map.of("preferred_username", "Quynh")));
        Answer unfit = me(signInAtCompany("unfit", Map.of("preferred_username", "+84 912 345 678", "name", "!")));

        assertThat(taken.text("username")).matches("Quynh\\.\\d+");
        assertThat(unfit.text("username")).matches("user\\.\\d+");
        assertThat(unfit.text("display_name")).isEqualTo("!");
    }

    @Test
    void an_address_that_both_have_confirmed_opens_the_account_that_is_there_and_its_owner_is_told() {
        Answer lan = confirmed("lan", "lan@example.org");
        Answer me = me(signInAtCompany("lan", verified("LAN@example.org")));

        assertThat(me.body().path("user_id")).isEqualTo(lan.body().at("/user/user_id"));
        assertThat(letterTo("lan@example.org").subject()).startsWith("There is another way");
        SERVER.post("/auth/login", null, Map.of("login", "lan", "password", PASSWORD))
                .expect(200);
    }

    @Test
    void an_address_that_the_provider_does_not_vouch_for_opens_nothing_and_is_nobodys() {
        Answer binh = confirmed("binh", "binh@example.org");
        Answer me = me(signInAtCompany("not-binh", Map.of("email", "binh@example.org", "email_verified", false)));

        assertThat(me.body().path("user_id")).isNotEqualTo(binh.body().at("/user/user_id"));
        assertThat(me.body().path("email").isNull()).isTrue();
    }

    @Test
    void an_account_that_only_claims_the_address_is_not_opened_by_it() {
        Answer claimer = signUp("claimer", "victim@example.org", Map.of("X-Forwarded-For", "203.0.113.9"));
        Answer me = me(signInAtCompany("victim", verified("victim@example.org")));

        assertThat(me.body().path("user_id")).isNotEqualTo(claimer.body().at("/user/user_id"));
        assertThat(me.text("email_verified_at")).isNotEqualTo("null");
        assertThat(links(claimer.text("access_token"))).isEmpty();
    }

    @Test
    void who_has_not_confirmed_the_address_of_an_account_that_is_known_here_is_told_to() {
        Answer own = signUp("forgetful", "forgetful@example.org", Map.of());
        Map<String, Object> claims = verified("forgetful@example.org");

        refused(signInAtCompany("forgetful", claims), "email_unconfirmed");
        confirm(own, "forgetful@example.org");

        assertThat(me(signInAtCompany("forgetful", claims)).text("username")).isEqualTo("forgetful");
    }

    @Test
    void an_address_that_was_given_to_another_person_opens_nothing() {
        confirmed("former", "desk@example.org");
        signInAtCompany("former", verified("desk@example.org"));

        refused(signInAtCompany("successor", verified("desk@example.org")), "linked_otherwise");
    }

    @Test
    void a_closed_account_stays_closed() {
        Answer linked = me(signInAtCompany("closed", verified("closed@example.org")));
        Answer named = confirmed("shut", "shut@example.org");
        disable(linked.text("user_id"));
        disable(named.body().at("/user/user_id").textValue());

        refused(signInAtCompany("closed", Map.of()), "closed");
        refused(signInAtCompany("shut", verified("shut@example.org")), "closed");
    }

    // whose answer counts

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_asked() {
        PROVIDERS.atCompany("once", Map.of());
        String back = browser.leave("oidc");

        Browser thief = new Browser();
        refused(thief.go(back), "expired");
        thief.leave("oidc");
        refused(thief.go(back), "expired");
        refused(browser.go("/auth/oauth/oidc/callback?code=a"), "expired");
        refused(browser.go(back.replaceAll("state=[^&]+", "state=another")), "expired");

        Map<String, String> asked = browser.cookies();
        assertThat(location(browser.go(back))).isEqualTo("/app");
        refused(SERVER.send("GET", back, null, null, asked), "expired");
    }

    @Test
    void an_answer_that_comes_too_late_does_not_count() {
        String back = browser.leave("oidc");
        SERVER.people.clock.advance(OAuth.LIFETIME);

        refused(browser.go(back), "expired");
    }

    @Test
    void the_cookie_is_kept_from_scripts_and_comes_back_from_another_site() {
        Answer begun = browser.go("/auth/oauth/oidc");
        assertThat(begun.cookies())
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax", "Path=/api/v1/auth/oauth", "Max-Age=600");
        Answer secure = SERVER.send("GET", "/auth/oauth/github", null, null, Map.of("X-Forwarded-Proto", "https"));
        assertThat(secure.cookies()).singleElement().asString().contains("Secure");
    }

    @Test
    void a_provider_does_not_answer_for_another() {
        String back = browser.leave("oidc");
        refused(browser.go(back.replace("/oidc/", "/google/")), "expired");

        refused(browser.go(browser.leave("oidc") + "&iss=" + PROVIDERS.googleIssuer()), "failed");
        refused(browser.go(browser.leave("github") + "&iss=" + PROVIDERS.companyIssuer()), "failed");
    }

    @ParameterizedTest
    @CsvSource({"nonce, another", "aud, another", "iss, http://localhost/another", "exp, 1700000000"})
    void a_token_for_another_occasion_client_issuer_or_time_is_not_believed(String claim, String value) {
        Object wrong = claim.equals("exp") ? Long.valueOf(value) : value;
        PROVIDERS.atCompany("forged", Map.of(claim, wrong));

        refused(browser.go(browser.leave("oidc")), "failed");
    }

    @Test
    void each_way_to_a_provider_has_its_own_state_nonce_and_challenge() {
        Map<String, String> one = asked(browser.go("/auth/oauth/oidc"));
        Map<String, String> two = asked(browser.go("/auth/oauth/oidc"));

        assertThat(one)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", TestProviders.CLIENT)
                .containsEntry("redirect_uri", SERVER.origin() + "/api/v1/auth/oauth/oidc/callback");
        for (String secret : List.of("state", "nonce", "code_challenge")) {
            assertThat(one.get(secret)).hasSize(43).isNotEqualTo(two.get(secret));
        }
    }

    private static Map<String, String> asked(Answer begun) {
        return TestProviders.form(URI.create(location(begun)).getRawQuery());
    }

    @Test
    void a_code_is_worth_nothing_without_the_verifier_of_its_challenge() {
        PROVIDERS.atGitHub(7, "verifier", List.of());
        String back = browser.leave("github");
        String code = TestProviders.form(URI.create(back).getRawQuery()).get("code");
        Browser thief = new Browser();
        String other = thief.leave("github");

        refused(thief.go(other.replaceAll("code=[^&]+", "code=" + code)), "failed");
        assertThat(me(browser.signIn("github")).text("username")).isEqualTo("verifier");
    }

    @ParameterizedTest
    @CsvSource({"access_denied, cancelled", "server_error, failed"})
    void what_the_provider_refuses_is_told_in_a_word_of_ours(String error, String problem) {
        String state = asked(browser.go("/auth/oauth/oidc")).get("state");
        refused(browser.go("/auth/oauth/oidc/callback?error=" + error + "&state=" + state), problem);
    }

    @Test
    void a_provider_that_is_away_keeps_nobody_waiting_without_a_word() {
        Settings.Client client = new Settings.Client("id", "secret");
        Settings.Oidc away = new Settings.Oidc("Away", URI.create("http://127.0.0.1:1"), client);
        Settings.OAuth providers = new Settings.OAuth(Optional.empty(), Optional.empty(), Optional.of(away));
        try (AccountServer server = new AccountServer(providers, Duration.ofSeconds(30))) {
            refused(server.get("/auth/oauth/oidc", null), "unavailable");
            String token = server.signUp("lan").text("access_token");
            server.post("/auth/oauth/oidc/link", token, null).expect(503, "busy");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/app",
                "//evil.example/app",
                "/\\evil.example/app",
                "/app//evil.example",
                "/app/../api/v1/users/me",
                "/app/%2e%2e/api",
                "/application",
                "/api/v1/users/me",
                "/app?next=/\\evil",
                "/app\r\nX: y",
                "javascript:alert(1)"
            })
    void nobody_is_led_to_another_site(String wish) {
        PROVIDERS.atCompany("led", Map.of());
        String query = "?return_to=" + URLEncoder.encode(wish, StandardCharsets.UTF_8);
        String back = back(location(browser.go("/auth/oauth/oidc" + query).expect(302)));

        assertThat(location(browser.go(back))).isEqualTo("/app");
    }

    @Test
    void one_comes_back_to_the_page_that_one_left() {
        PROVIDERS.atCompany("back", Map.of());
        String back = back(location(browser.go("/auth/oauth/oidc?return_to=/app/rooms/a-1?panel=details")));

        assertThat(location(browser.go(back))).isEqualTo("/app/rooms/a-1?panel=details");
    }

    // GitHub

    @Test
    void of_github_only_the_verified_primary_address_counts() {
        PROVIDERS.atGitHub(
                11,
                "octo-cat",
                List.of(
                        Map.of("email", "old@example.org", "primary", false, "verified", true),
                        Map.of("email", "cat@example.org", "primary", true, "verified", true)));
        Answer cat = me(browser.signIn("github"));
        PROVIDERS.atGitHub(
                12, "octo-dog", List.of(Map.of("email", "dog@example.org", "primary", true, "verified", false)));
        Answer dog = me(browser.signIn("github"));

        assertThat(cat.text("username")).isEqualTo("octo-cat");
        assertThat(cat.text("email")).isEqualTo("cat@example.org");
        assertThat(dog.body().path("email").isNull()).isTrue();
    }

    // linking

    private List<String> links(String token) {
        return SERVER.get("/auth/oauth/links", token)
                .expect(200)
                .body()
                .path("items")
                .findValuesAsText("provider");
    }

    private Answer link(String token, String provider) {
        Answer begun = browser.remember(SERVER.post(
                        "/auth/oauth/" + provider + "/link", token, Map.of("return_to", "/app/settings/account")))
                .expect(200);
        return browser.go(back(begun.text("url")));
    }

    @Test
    void an_identity_is_linked_and_unlinked_by_who_is_signed_in() {
        Answer an = confirmed("an-links", "an-links@example.org");
        String token = an.text("access_token");
        PROVIDERS.atCompany("an", verified("elsewhere@company.example"));

        Answer linked = link(token, "oidc");
        assertThat(location(linked)).isEqualTo("/app/settings/account");
        assertThat(linked.cookie("tingting_refresh")).isEmpty();
        assertThat(SERVER.get("/auth/oauth/links", token)
                        .body()
                        .at("/items/0/label")
                        .textValue())
                .isEqualTo("elsewhere@company.example");
        assertThat(letterTo("an-links@example.org").subject()).startsWith("There is another way");
        assertThat(me(signInAtCompany("an", Map.of())).text("username")).isEqualTo("an-links");

        SERVER.send("DELETE", "/auth/oauth/links/oidc", token, null, Map.of()).expect(204);
        assertThat(links(token)).isEmpty();
        SERVER.send("DELETE", "/auth/oauth/links/oidc", token, null, Map.of()).expect(404);
    }

    @Test
    void an_identity_opens_one_account_and_an_account_has_one_of_a_provider() {
        signInAtCompany("owned", Map.of());
        String token = SERVER.signUp("wants-owned").text("access_token");
        PROVIDERS.atCompany("owned", Map.of());
        assertThat(location(link(token, "oidc"))).isEqualTo("/app/settings/account?problem=taken");

        PROVIDERS.atCompany("first", Map.of());
        link(token, "oidc");
        PROVIDERS.atCompany("second", Map.of());
        assertThat(location(link(token, "oidc"))).isEqualTo("/app/settings/account?problem=linked_otherwise");
        assertThat(links(token)).containsExactly("oidc");
    }

    @Test
    void a_session_that_has_ended_links_nothing() {
        String token = SERVER.signUp("leaver").text("access_token");
        PROVIDERS.atCompany("leaver", Map.of());
        Answer begun = browser.remember(SERVER.post("/auth/oauth/oidc/link", token, null))
                .expect(200);
        SERVER.post("/auth/logout", token, null).expect(204);

        assertThat(location(browser.go(back(begun.text("url"))))).isEqualTo("/app?problem=signed_out");
        assertThat(me(signInAtCompany("leaver", Map.of())).text("username")).isNotEqualTo("leaver");
    }

    @Test
    void nobody_links_without_a_token_or_for_a_page_of_another_site() {
        SERVER.post("/auth/oauth/oidc/link", null, null).expect(401);
        String token = SERVER.signUp("lured").text("access_token");
        SERVER.send("POST", "/auth/oauth/oidc/link", token, null, Map.of("Origin", "https://evil.example"))
                .expect(403);
    }

    // accounts without a password

    @Test
    void an_account_without_a_password_is_like_an_unknown_one_to_who_types_one_and_gets_one_by_recovery() {
        String email = "nopassword@example.org";
        Answer signedIn = signInAtCompany("nopassword", verified(email));
        String token = token(signedIn);
        Map<String, String> attempt = Map.of("login", email, "password", PASSWORD);
        Answer refused = SERVER.post("/auth/login", null, attempt).expect(401, "invalid_credentials");
        Answer unknown = SERVER.post("/auth/login", null, Map.of("login", "nobody@example.org", "password", PASSWORD))
                .expect(401, "invalid_credentials");

        assertThat(refused.text("detail")).isEqualTo(unknown.text("detail"));
        SERVER.post("/auth/password/change", token, Map.of("old_password", PASSWORD, "new_password", NEW_PASSWORD))
                .expect(401, "invalid_credentials");
        SERVER.send("DELETE", "/auth/oauth/links/oidc", token, null, Map.of()).expect(409, "conflict");
        assertThat(links(token)).containsExactly("oidc");

        recover(email);
        Answer back = SERVER.post("/auth/login", null, Map.of("login", email, "password", NEW_PASSWORD))
                .expect(200);
        SERVER.send("DELETE", "/auth/oauth/links/oidc", back.text("access_token"), null, Map.of())
                .expect(204);
    }

    @Test
    void what_a_claimer_linked_opens_nothing_once_the_owner_of_the_address_recovers_the_account() {
        String email = "owner@example.org";
        Answer claimer = signUp("prehijacked", email, Map.of());
        PROVIDERS.atCompany("claimer", Map.of());
        link(claimer.text("access_token"), "oidc");
        codeFor(email);

        recover(email);

        assertThat(me(signInAtCompany("claimer", Map.of())).text("user_id"))
                .isNotEqualTo(claimer.body().at("/user/user_id").textValue());
    }

    private static void recover(String email) {
        SERVER.post("/auth/password/forgot", null, Map.of("email", email)).expect(202);
        String otp = codeFor(email);
        SERVER.post("/auth/password/reset", null, Map.of("email", email, "otp", otp, "new_password", NEW_PASSWORD))
                .expect(204);
    }

    // accounts with a second factor

    @Test
    void a_second_factor_is_asked_for_before_anything_is_opened_or_linked() {
        Answer account = confirmed("two-steps", "two-steps@example.org");
        Authenticator app = switchOn(account);
        Answer arrived = signInAtCompany("two-steps", verified("two-steps@example.org"));

        assertThat(location(arrived)).isEqualTo("/app/sign-in/code?next=%2Fapp");
        assertThat(arrived.cookie("tingting_refresh")).isEmpty();
        assertThat(links(account.text("access_token"))).isEmpty();

        SERVER.send("POST", "/auth/oauth/code", null, Map.of("otp", app.code()), Map.of())
                .expect(401, "unauthenticated");
        type(arrived, "000000").expect(401, "invalid_credentials");
        SERVER.people.clock.advance(Duration.ofSeconds(30));
        Answer in = type(arrived, app.code()).expect(200);
        assertThat(in.body().at("/user/username").textValue()).isEqualTo("two-steps");
        assertThat(in.cookie("tingting_refresh")).isPresent();
        assertThat(links(in.text("access_token"))).containsExactly("oidc");

        SERVER.people.clock.advance(Duration.ofSeconds(30));
        type(arrived, app.code()).expect(401, "unauthenticated");
    }

    @Test
    void codes_behind_a_provider_are_not_guessed() {
        Authenticator app = switchOn(confirmed("guessed", "guessed@example.org"));
        Answer arrived = signInAtCompany("guessed", verified("guessed@example.org"));
        int tries = 0;
        Answer answer = type(arrived, "000000");
        while (answer.status() == 401 && tries++ < 50) {
            answer = type(arrived, "000000");
        }

        answer.expect(429, "rate_limited");
        type(arrived, app.code()).expect(429, "rate_limited");
    }

    private static Authenticator switchOn(Answer account) {
        String token = account.text("access_token");
        Answer setup = SERVER.post("/auth/2fa/setup", token, Map.of("password", PASSWORD))
                .expect(200);
        Authenticator app = new Authenticator(setup.text("secret"), SERVER.people.clock);
        SERVER.post("/auth/2fa/confirm", token, Map.of("code", app.code())).expect(204);
        return app;
    }

    private static Answer type(Answer arrived, String otp) {
        String cookie =
                "tingting_oauth_code=" + arrived.cookie("tingting_oauth_code").orElseThrow();
        return SERVER.send("POST", "/auth/oauth/code", null, Map.of("otp", otp), Map.of("Cookie", cookie));
    }
}
