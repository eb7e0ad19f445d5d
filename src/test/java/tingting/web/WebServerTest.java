package tingting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tingting.web.Served.assertProblem;
import static tingting.web.Served.json;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import tingting.limits.Pace;
import tingting.protocol.Ids;
import tingting.protocol.Problem;
import tingting.testing.TestClient;

@Tag("no-database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
    private Served served;

    @BeforeAll
    void start() {
        Routes routes = new Routes(Pace.unlimited())
                .get("/api/v1/me", request -> Response.ok(request.caller()))
                .get("/api/v1/users/:id", request -> Response.ok(Map.of("id", request.id("id"))))
                .patch("/api/v1/users/:user", request -> Response.ok(Map.of("id", request.id("user"))))
                .get("/api/v1/users/me", request -> Response.ok(Map.of("id", "me")));
        routes.open()
                .post("/echo", request -> Response.created(request.body().object()))
                .get(
                        "/limit",
                        request -> Response.ok(Map.of("limit", request.query().limit(20, 100))))
                .get(
                        "/refused",
                        request -> CompletableFuture.failedFuture(Problem.rateLimited(Duration.ofMillis(1500)))
                                .thenApply(Response::ok)
                                .join())
                .get("/broken", request -> {
                    throw new IllegalStateException("the secret inside");
                })
                .post(
                        "/cookie",
                        request -> Response.noContent()
                                .with(new Response.Cookie("crumb", "1", "/echo", Duration.ofDays(1))))
                .get(
                        "/who",
                        request -> Response.ok(Map.of(
                                "address", request.address(),
                                "secure", request.secure(),
                                "origin", request.origin())));
        new Health()
                .check("good", () -> {})
                .check("bad", () -> {
                    throw new IllegalStateException("no database");
                })
                .addTo(routes);
        served = new Served(routes);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @Test
    void a_bearer_token_tells_the_caller() throws Exception {
        var answer = served.send(served.asAlice("/api/v1/me"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("user_id").textValue())
                .isEqualTo(Served.ALICE.userId().toString());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void without_a_good_token_a_route_is_closed() throws Exception {
        for (String authorization : List.of("Bearer mallory", "Bearer", "Bearer ", "Basic YWxpY2U6eA==")) {
            var answer = served.send(served.request("/api/v1/me").header("Authorization", authorization));

            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
        assertProblem(served.get("/api/v1/me"), 401, "unauthenticated");
    }

    @Test
    void a_spelt_out_path_goes_before_a_parameter() throws Exception {
        assertThat(json(served.send(served.asAlice("/api/v1/users/me")))
                        .get("id")
                        .textValue())
                .isEqualTo("me");
    }

    @Test
    void two_routes_may_call_the_same_segment_by_different_names() throws Exception {
        String id = Served.ALICE.userId().toString();
        var patched =
                served.send(served.asAlice("/api/v1/users/" + id).method("PATCH", HttpRequest.BodyPublishers.noBody()));

        assertThat(json(patched).get("id").textValue()).isEqualTo(id);
    }

    @Test
    void what_is_no_id_in_a_path_is_not_found() throws Exception {
        assertProblem(served.send(served.asAlice("/api/v1/users/1")), 404, "not_found");
    }

    @Test
    void an_unknown_path_is_not_found() throws Exception {
        for (String path : List.of("/api/v1/nothing", "/api/", "/nothing.js", "/nothing", "/")) {
            assertProblem(served.get(path), 404, "not_found");
        }
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() throws Exception {
        var answer = served.send(served.request("/api/v1/users/1").DELETE());

        assertProblem(answer, 405, "invalid_request");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, PATCH");
    }

    @Test
    void a_body_must_be_a_json_object() throws Exception {
        var good = served.send(served.post("/echo", "application/json; charset=utf-8", "{\"a\":1}"));

        assertThat(good.statusCode()).isEqualTo(201);
        assertThat(good.body()).isEqualTo("{\"a\":1}");
        for (String wrong : List.of("", "{\"a\":", "{} {}", "[]", "null", "{\"a\":1,\"a\":2}", "[".repeat(100_000))) {
            assertProblem(served.send(served.post("/echo", "application/json", wrong)), 400, "invalid_request");
        }
    }

    @Test
    void a_body_of_another_type_is_unsupported() throws Exception {
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            assertProblem(served.send(served.post("/echo", type, "{}")), 415, "unsupported_media");
        }
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_it_is_sent() throws Exception {
        String answer = served.raw("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1048577\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":\"too_large\"");
    }

    @Test
    void a_body_that_grows_too_large_is_refused() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertProblem(
                served.send(served.request("/echo")
                        .header("Content-Type", "application/json")
                        .POST(chunked)),
                413,
                "too_large");
    }

    @Test
    void a_parameter_out_of_its_bounds_is_named() throws Exception {
        assertThat(json(served.get("/limit")).get("limit").intValue()).isEqualTo(20);
        assertThat(json(served.get("/limit?limit=100")).get("limit").intValue()).isEqualTo(100);
        for (String wrong : List.of("0", "101", "ten", "99999999999999999999")) {
            var answer = served.get("/limit?limit=" + wrong);

            assertProblem(answer, 400, "invalid_request");
            assertThat(json(answer).at("/errors/0/field").textValue()).isEqualTo("limit");
        }
    }

    @Test
    void what_is_no_http_is_refused_without_a_word_in_the_log() throws Exception {
        ListAppender<ILoggingEvent> log = listen("");
        try {
            assertThat(served.raw("GET /limit?limit=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
            assertThat(served.raw("GET /api/v1/users/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Authorization: Bearer alice\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
            assertThat(served.raw("HELLO\r\n\r\n")).startsWith("HTTP/1.0 400 ");
            assertThat(served.raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ");

            assertThat(log.list).allMatch(line -> !line.getLevel().isGreaterOrEqual(Level.WARN));
        } finally {
            forget("", log);
        }
    }

    @Test
    void a_client_that_leaves_while_it_sends_is_no_accident() throws Exception {
        ListAppender<ILoggingEvent> log = listen("");
        try (Socket socket = served.connect()) {
            socket.getOutputStream()
                    .write("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
        }
        try {
            // one answer later on every event loop, the end of that connection has been seen
            for (int i = 0; i < 20; i++) {
                served.raw("GET /limit HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            }
            assertThat(log.list).allMatch(line -> !line.getLevel().isGreaterOrEqual(Level.WARN));
        } finally {
            forget("", log);
        }
    }

    @Test
    void a_problem_says_when_to_come_back() throws Exception {
        var answer = served.get("/refused");

        assertProblem(answer, 429, "rate_limited");
        assertThat(json(answer).get("retryable").booleanValue()).isTrue();
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void an_accident_tells_the_client_an_id_and_the_log_the_rest() throws Exception {
        ListAppender<ILoggingEvent> log = listen("tingting.web.Requests");
        try {
            var answer = served.get("/broken");

            assertProblem(answer, 500, "internal");
            assertThat(answer.body()).doesNotContain("secret", "Exception", "tingting.");
            assertThat(log.list).singleElement().satisfies(line -> {
                assertThat(line.getFormattedMessage())
                        .contains(json(answer).get("request_id").textValue());
                assertThat(line.getThrowableProxy().getMessage()).isEqualTo("the secret inside");
            });
        } finally {
            forget("tingting.web.Requests", log);
        }
    }

    @Test
    void a_refused_request_is_one_line_in_the_log_without_its_query() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("tingting.web.Requests");
        ListAppender<ILoggingEvent> log = listen(logger.getName());
        logger.setLevel(Level.INFO);
        try {
            var answer = served.get("/limit?limit=0&token=hidden");

            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("GET /limit 400" + " invalid_request ["
                            + json(answer).get("request_id").textValue() + "]");
        } finally {
            logger.setLevel(null);
            forget(logger.getName(), log);
        }
    }

    @Test
    void a_path_cannot_command_the_terminal_that_shows_the_log() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("tingting.web.Requests");
        ListAppender<ILoggingEvent> log = listen(logger.getName());
        logger.setLevel(Level.INFO);
        try {
            served.raw("GET /\u001b]0;x\u009b2J HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(log.list)
                    .allSatisfy(line -> assertThat(line.getFormattedMessage()).matches("\\p{Print}*"));
        } finally {
            logger.setLevel(null);
            forget(logger.getName(), log);
        }
    }

    @Test
    void every_answer_carries_its_request_id_and_forbids_what_browsers_need_not_do() throws Exception {
        for (String path : List.of("/", "/limit", "/nothing", "/broken")) {
            var headers = served.get(path).headers();

            assertThat(headers.firstValue("X-Request-Id")).isPresent();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.allValues("Content-Security-Policy"))
                    .singleElement()
                    .satisfies(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        }
    }

    @Test
    void a_cookie_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        var plain = served.send(served.post("/cookie", "application/json", ""));
        var overHttps =
                served.send(served.post("/cookie", "application/json", "").header("X-Forwarded-Proto", "https"));

        assertThat(plain.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("crumb=1;")
                        .contains("Path=/echo", "SameSite=Strict")
                        .containsIgnoringCase("HttpOnly")
                        .doesNotContain("Secure"));
        assertThat(overHttps.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
    }

    @Test
    void the_own_origin_is_told_from_others() throws Exception {
        assertThat(who("Origin", "http://127.0.0.1:" + served.port(), "origin")).isEqualTo("OWN");
        assertThat(who("Origin", "https://127.0.0.1:" + served.port(), "origin"))
                .isEqualTo("FOREIGN");
        assertThat(who("Origin", "https://friend.example", "origin")).isEqualTo("ALLOWED");
        assertThat(who("Origin", "https://mallory.example", "origin")).isEqualTo("FOREIGN");
        assertThat(who("Origin", "null", "origin")).isEqualTo("FOREIGN");
        assertThat(who("X-Unused", "", "origin")).isEqualTo("NONE");
    }

    @Test
    void behind_a_proxy_the_last_address_it_cannot_stand_for_is_the_client_s() throws Exception {
        assertThat(who("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 127.0.0.3", "address"))
                .isEqualTo("203.0.113.9");
        assertThat(who("X-Forwarded-For", "203.0.113.9, nonsense", "address")).isEqualTo("127.0.0.1");
    }

    @Test
    void pages_of_an_allowed_site_may_call_and_others_may_not() throws Exception {
        var preflight = served.send(served.request("/echo")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://friend.example")
                .header("Access-Control-Request-Method", "POST"));
        var call = served.send(served.request("/limit").header("Origin", "https://friend.example"));
        var foreign = served.send(served.request("/limit").header("Origin", "https://mallory.example"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://friend.example");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Authorization, Content-Type");
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).contains("https://friend.example");
        assertThat(call.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void a_socket_of_a_foreign_page_is_refused_at_the_handshake() {
        assertThat(handshake("http://mallory.example")).isEqualTo(403);
        assertThat(handshake("null")).isEqualTo(403);
        // the handler of sockets has the word, and refuses this path
        assertThat(handshake("http://127.0.0.1:" + served.port())).isEqualTo(404);
    }

    @Test
    void head_answers_like_get_without_a_body() throws Exception {
        var get = served.get("/limit");
        var head = served.send(served.request("/limit").HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .contains(Integer.toString(get.body().length()));
    }

    @Test
    void it_says_whether_it_lives_and_what_keeps_it_from_serving() throws Exception {
        var ready = served.get("/health/ready");

        assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(json(ready).get("checks").toString()).isEqualTo("{\"good\":\"up\",\"bad\":\"down\"}");
    }

    @Test
    void a_request_that_is_being_answered_outlives_the_stop() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Routes slow = new Routes(Pace.unlimited());
        slow.open().get("/slow", request -> {
            entered.countDown();
            released.await();
            return Response.ok(Map.of("done", true));
        });
        try (Served stopping = new Served(slow);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> stopping.get("/slow"));
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
            var stop = threads.submit(() -> stopping.server().stop(Duration.ofSeconds(10)));
            Awaitility.await().until(() -> refuses(stopping));
            released.countDown();

            assertThat(answer.get().statusCode()).isEqualTo(200);
            stop.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_taken_port_is_told() {
        Vertx vertx = Vertx.vertx();
        try {
            WebServer second = new WebServer(
                    vertx,
                    new WebServer.Options("127.0.0.1", served.port(), 65536),
                    new Network(List.of(), Optional.empty(), List.of()),
                    token -> Served.ALICE,
                    new Ids(new SecureRandom()),
                    new Routes(Pace.unlimited()),
                    handshake -> handshake.reject(404));

            assertThatThrownBy(() -> second.start(2)).isInstanceOf(BindException.class);
        } finally {
            vertx.close().await();
        }
    }

    private String who(String header, String value, String field) throws Exception {
        JsonNode who = json(served.send(served.request("/who").header(header, value)));
        return who.get(field).textValue();
    }

    private int handshake(String origin) {
        return TestClient.handshake(served.port(), "/nothing", Map.of("Origin", origin));
    }

    private static boolean refuses(Served served) {
        try (Socket socket = served.connect()) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static ListAppender<ILoggingEvent> listen(String logger) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(logger.isEmpty() ? Logger.ROOT_LOGGER_NAME : logger)).addAppender(log);
        return log;
    }

    private static void forget(String logger, ListAppender<ILoggingEvent> log) {
        ((Logger) LoggerFactory.getLogger(logger.isEmpty() ? Logger.ROOT_LOGGER_NAME : logger)).detachAppender(log);
    }
}
