package tingting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static tingting.web.Served.assertProblem;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tingting.limits.Pace;

/// A build of four files, and a server without one.
@Tag("no-database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppTest {
    private static final String SCRIPT = "/assets/index-abc123.js";

    private Served built;
    private Served bare;

    @BeforeAll
    void start() {
        built = serve("built-app");
        bare = serve("no-such-app");
    }

    private static Served serve(String root) {
        Routes routes = new Routes(Pace.unlimited());
        new App(AppTest.class.getClassLoader(), root).addTo(routes);
        return new Served(routes);
    }

    @AfterAll
    void stop() {
        built.close();
        bare.close();
    }

    @Test
    void the_page_is_at_the_root_and_everywhere_under_app() throws Exception {
        for (String path : List.of("/", "/app", "/app/", "/app/rooms/1", "/index.html", "/?utm=x")) {
            var answer = built.get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("<title>Built</title>");
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
        }
    }

    @Test
    void what_has_a_hash_in_its_name_never_changes() throws Exception {
        var answer = built.get(SCRIPT);

        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
    }

    @Test
    void other_files_are_asked_for_again_by_their_tag() throws Exception {
        for (String path : List.of("/sw.js", "/manifest.webmanifest")) {
            var first = built.get(path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            var again = built.send(built.request(path).header("If-None-Match", tag));

            assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
    }

    @Test
    void text_is_compressed_for_those_who_take_it() throws Exception {
        var plain = built.get(SCRIPT);
        var packed = built.sendForBytes(built.request(SCRIPT).header("Accept-Encoding", "br, gzip"));
        var refused = built.sendForBytes(built.request(SCRIPT).header("Accept-Encoding", "gzip;q=0, br"));

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(packed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .asString()
                .isEqualTo(plain.body());
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void head_tells_the_length_alone() throws Exception {
        var head = built.send(built.request(SCRIPT).HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length"))
                .contains(Integer.toString(built.get(SCRIPT).body().length()));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void nothing_else_of_the_jar_is_served() throws Exception {
        for (String path : List.of(
                "/assets",
                "/assets/",
                "/..%2ftingting/Main.class",
                "/%2e%2e/tingting/Main.class",
                "/tingting/Main.class",
                "/logback-test.xml",
                "//built-app/sw.js")) {
            assertProblem(built.get(path), 404, "not_found");
        }
        assertThat(built.raw("GET /../logback-test.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
        assertThat(built.raw("GET /assets/../../logback-test.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void a_server_without_the_app_says_so() throws Exception {
        assertThat(bare.get("/").body()).contains("built without the web app");
        assertProblem(bare.get("/sw.js"), 404, "not_found");
    }
}
