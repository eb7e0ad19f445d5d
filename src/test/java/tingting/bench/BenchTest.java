package tingting.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tingting.protocol.Json;
import tingting.testing.TestDatabase;
import tingting.testing.TestServer;

/// Small runs on real servers: whether everything is counted, not how fast it is.
class BenchTest {
    private static final int MEMBERS = 20;
    private static final int ROOMS = 10;
    private static final int CONNECTIONS = 40;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private Plan plan(Optional<URI> url, Scenario... scenarios) {
        return plan(url, OptionalInt.empty(), 1, scenarios);
    }

    private Plan plan(Optional<URI> url, OptionalInt rate, int seconds, Scenario... scenarios) {
        try (TestDatabase database = TestDatabase.create()) {
            Optional<String> databaseUrl = Optional.of(database.url()).filter(text -> !text.isEmpty());
            return new Plan(
                    Arrays.asList(scenarios),
                    new Plan.Where(url, OptionalLong.empty(), url.isPresent() ? Optional.empty() : databaseUrl),
                    MEMBERS,
                    ROOMS,
                    OptionalInt.of(4),
                    rate,
                    OptionalInt.of(CONNECTIONS),
                    new Plan.Timing(0, seconds),
                    Optional.of(folder.resolve("bench.json")),
                    Optional.empty());
        }
    }

    private List<JsonNode> measure(Plan plan) throws Exception {
        boolean sound =
                new Bench(plan, Clock.systemUTC(), new PrintWriter(new StringWriter())).run(new PrintWriter(out));

        JsonNode report = Json.parse(Files.readAllBytes(folder.resolve("bench.json")));
        assertThat(report.path("machine").path("cores").asInt()).isPositive();
        assertThat(sound).as(report.toPrettyString()).isTrue();
        List<JsonNode> results = report.path("results").valueStream().toList();
        assertThat(results).allSatisfy(result -> {
            assertThat(result.path("errors")).isEmpty();
            assertThat(out.toString()).contains(result.path("scenario").asText());
        });
        return results;
    }

    @Test
    void a_chat_is_measured_beside_the_floor_of_its_shape() throws Exception {
        List<JsonNode> results = measure(plan(Optional.empty(), Scenario.FLOOR, Scenario.FANOUT, Scenario.DIRECT));

        assertThat(results)
                .extracting(result -> result.path("scenario").asText() + ", "
                        + result.path("shape").asText())
                .containsExactly(
                        "floor, 1 × 20, 4 senders",
                        "floor, 10 × 2, 4 senders",
                        "fanout, 1 × 20, 4 senders",
                        "direct, 10 × 2, 4 senders");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.path("acks").asLong()).isPositive();
            assertThat(result.path("deliveries").asLong()).isPositive();
            assertThat(result.path("cpu_micros_per_delivery").path("user").asDouble())
                    .isPositive();
            assertThat(result.path("cpu_micros_per_ack").path("system").asDouble())
                    .isNotNegative();
            assertThat(result.path("latency_ms").path("p99").asDouble())
                    .isBetween(
                            result.path("latency_ms").path("p50").asDouble(),
                            result.path("latency_ms").path("max").asDouble());
        });
        assertThat(results.subList(2, 4))
                .allSatisfy(result ->
                        assertThat(result.path("ratio_to_floor").asDouble()).isPositive());
    }

    @Test
    void a_paced_room_gets_as_many_messages_as_it_was_to_get() throws Exception {
        JsonNode paced = measure(plan(Optional.empty(), Scenario.PACED)).getFirst();

        assertThat(paced.path("acks").asLong()).isBetween(25L, 75L);
        assertThat(paced.path("deliveries").asLong()).isBetween(25L * MEMBERS, 75L * MEMBERS);
        assertThat(paced.path("ratio_to_floor").isNull()).isTrue();
    }

    @Test
    void who_stops_reading_is_let_go_and_comes_back_to_everything() throws Exception {
        // slow enough for the others on a busy machine: they, too, would be let go
        JsonNode stalled = measure(plan(Optional.empty(), OptionalInt.of(40), 6, Scenario.STALLED))
                .getFirst();

        JsonNode sleepers = stalled.path("sleepers");
        assertThat(sleepers.path("all").asInt()).isEqualTo(1);
        assertThat(sleepers.path("closed").asInt() + sleepers.path("reset").asInt())
                .isEqualTo(1);
        assertThat(sleepers.path("replayed").asInt() + sleepers.path("anew").asInt())
                .isEqualTo(1);
        assertThat(sleepers.path("missed").asLong()).isPositive();
        assertThat(stalled.path("undisturbed").path("deliveries").asLong()).isPositive();
        assertThat(stalled.path("disturbed").path("resident_bytes").asLong()).isPositive();
        assertThat(stalled.path("ratio_p99").asDouble()).isPositive();
    }

    @Test
    void idle_connections_are_weighed() throws Exception {
        JsonNode idle = measure(plan(Optional.empty(), Scenario.IDLE)).getFirst();

        assertThat(idle.path("connections").asInt()).isEqualTo(CONNECTIONS);
        assertThat(idle.path("heap_bytes").asLong()).isPositive();
        assertThat(idle.path("resident_bytes").asLong())
                .isGreaterThan(idle.path("heap_bytes").asLong());
    }

    @Test
    void everybody_comes_back_and_gets_what_they_missed() throws Exception {
        JsonNode storm = measure(plan(Optional.empty(), Scenario.RESUME_STORM)).getFirst();

        assertThat(storm.path("connections").asInt()).isEqualTo(CONNECTIONS);
        assertThat(storm.path("events").asInt()).isEqualTo(CONNECTIONS * ResumeStorm.MISSED);
        assertThat(storm.path("seconds").asDouble()).isPositive();
    }

    @Test
    void requests_are_counted() throws Exception {
        assertThat(measure(plan(Optional.empty(), Scenario.HISTORY, Scenario.LOGIN)))
                .extracting(result -> result.path("scenario").asText())
                .containsExactly("history", "login");
    }

    @Test
    void hashes_are_timed_with_the_parameters_in_use_among_others() throws Exception {
        List<JsonNode> hashes = measure(plan(Optional.empty(), Scenario.HASH));

        assertThat(hashes).hasSizeGreaterThan(1).allSatisfy(one -> {
            assertThat(one.path("hashes").asInt()).isPositive();
            assertThat(one.path("times_ms").path("p50").asDouble()).isPositive();
        });
        assertThat(hashes).filteredOn(one -> one.path("current").asBoolean()).hasSize(1);
    }

    @Test
    void a_running_server_is_measured_from_outside() throws Exception {
        try (TestServer server = TestServer.start(TestServer.LIMITS_LIFTED)) {
            List<JsonNode> results = measure(plan(
                    Optional.of(URI.create(server.url())), Scenario.FANOUT, Scenario.DIRECT, Scenario.RESUME_STORM));

            assertThat(results)
                    .hasSize(3)
                    .allSatisfy(result -> assertThat(
                                    result.path("cpu_micros_per_delivery").asDouble())
                            .isZero());
            assertThat(results.getFirst().path("deliveries").asLong()).isPositive();
        }
    }

    @Test
    void a_server_that_does_not_answer_is_an_error_in_the_report() throws Exception {
        Plan plan = plan(Optional.of(URI.create("http://127.0.0.1:1")), Scenario.DIRECT);

        assertThat(new Bench(plan, Clock.systemUTC(), new PrintWriter(new StringWriter())).run(new PrintWriter(out)))
                .isFalse();
        assertThat(out.toString()).contains("ERROR  direct: The server does not answer");
    }
}
