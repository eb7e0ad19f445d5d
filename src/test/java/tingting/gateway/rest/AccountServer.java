package tingting.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tingting.account.OAuthAccounts;
import tingting.account.OAuthLinks;
import tingting.account.PasskeySignIns;
import tingting.account.Passkeys;
import tingting.account.WaysIn;
import tingting.config.Settings;
import tingting.limits.Pace;
import tingting.oauth.OAuth;
import tingting.protocol.Ids;
import tingting.protocol.Json;
import tingting.testing.Http;
import tingting.testing.TestPeople;
import tingting.web.Network;
import tingting.web.Routes;
import tingting.web.WebServer;

/// The routes of accounts and friends behind a real HTTP server, with a clock to move.
final class AccountServer implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    static final String FRIENDLY_SITE = "https://friend.example";

    /// An answer, its body read as JSON.
    record Answer(int status, JsonNode body, HttpResponse<byte[]> http) {
        String text(String field) {
            return body.path(field).asText();
        }

        String code() {
            return text("code");
        }

        /// The cookies it sets, as `Set-Cookie` writes them.
        List<String> cookies() {
            return http.headers().allValues("set-cookie");
        }

        /// The value of a cookie that it sets.
        Optional<String> cookie(String name) {
            return cookies().stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
                    .findFirst();
        }

        Answer expect(int expected) {
            assertThat(status).as("%s", body).isEqualTo(expected);
            return this;
        }

        Answer expect(int expected, String code) {
            expect(expected);
            assertThat(code()).isEqualTo(code);
            return this;
        }
    }

    final TestPeople people = new TestPeople();
    private final Vertx vertx = Vertx.vertx();
    private final WebServer server;
    private final int port;

    AccountServer() {
        this(new Settings.OAuth(Optional.empty(), Optional.empty(), Optional.empty()), Duration.ofSeconds(10));
    }

    /// @param patience with the answers of providers
    AccountServer(Settings.OAuth providers, Duration patience) {
        OAuth oauth = new OAuth(providers, people.cache, RANDOM, people.clock, patience);
        OAuthAccounts oauthAccounts = new OAuthAccounts(
                people.database,
                people.sessions,
                people.secondStep,
                people.ownerMail,
                people.cache,
                people.ids,
                people.clock,
                RANDOM);
        OAuthLinks oauthLinks = new OAuthLinks(people.database, people.sessions, oauth, people.ownerMail, people.clock);
        Routes routes = new Routes(Pace.unlimited());
        new AuthRoutes(people.signUps, people.accounts, people.closures, people.sessions, people.profiles)
                .mount(routes);
        new OAuthRoutes(oauth, oauthAccounts, oauthLinks, people.sessions).mount(routes);
        Passkeys passkeys = new Passkeys(
                people.database,
                people.proofs,
                new WaysIn(oauth),
                people.ownerMail,
                people.cache,
                people.ids,
                people.clock,
                RANDOM);
        PasskeySignIns passkeySignIns =
                new PasskeySignIns(people.database, people.sessions, people.cache, people.clock, RANDOM);
        new PasskeyRoutes(passkeys, passkeySignIns, people.sessions).mount(routes);
        new DeviceRoutes(people.sessions).mount(routes);
        new SecondFactorRoutes(people.secondFactorChanges).mount(routes);
        new RecoveryRoutes(people.recovery).mount(routes);
        new UserRoutes(people.profiles, people.emailChanges).mount(routes);
        new ClosureRoutes(people.closures).mount(routes);
        new FriendRoutes(people.friends).mount(routes);
        new BlockRoutes(people.blocks).mount(routes);
        Ids ids = people.ids;
        server = new WebServer(
                vertx,
                new WebServer.Options("127.0.0.1", 0, 65536),
                new Network(List.of("127.0.0.1"), Optional.empty(), List.of(FRIENDLY_SITE)),
                people.sessions::authenticate,
                ids,
                routes,
                handshake -> handshake.reject(404));
        port = server.start(1);
    }

    /// The origin of its own pages.
    String origin() {
        return "http://127.0.0.1:" + port;
    }

    Answer get(String path, @Nullable String token) {
        return send("GET", path, token, null, Map.of());
    }

    Answer post(String path, @Nullable String token, @Nullable Object body) {
        return send("POST", path, token, body, Map.of());
    }

    /// @param body as JSON, or a text as it is
    Answer send(
            String method, String path, @Nullable String token, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + "/api/v1" + path));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            byte[] json = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.bytes(body);
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofByteArray(json));
        }
        HttpResponse<byte[]> answer = Http.send(request.build());
        JsonNode json = answer.body().length == 0 ? MissingNode.getInstance() : Json.parse(answer.body());
        return new Answer(answer.statusCode(), json, answer);
    }

    /// Somebody new; answers what registering answered.
    Answer signUp(String username) {
        return post("/auth/register", null, Map.of("username", username, "password", TestPeople.PASSWORD))
                .expect(201);
    }

    @Override
    public void close() {
        server.stop(Duration.ofSeconds(5));
        vertx.close().await();
        people.close();
    }
}
