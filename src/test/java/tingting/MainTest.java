package tingting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tingting.config.DataDirectory;
import tingting.config.Reference;

@Tag("no-database")
class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine commands =
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.execute(args);
    }

    private int serve(String... flags) {
        List<String> args = new ArrayList<>(List.of("serve", "--log-level", "error"));
        args.addAll(List.of(flags));
        return run(args.toArray(String[]::new));
    }

    private void saidOneSentence(String sentence) {
        assertThat(err.toString()).isEqualTo(sentence + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void every_command_has_help_and_every_setting_a_flag_in_it() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("serve", "config", "bench", "version");

        assertThat(run("serve", "--help")).isZero();
        Reference.flags().keySet().forEach(flag -> assertThat(out.toString()).contains(flag));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serv", "serve --nope", "serve --port", "serve 8080"})
    void words_that_make_no_sense_end_with_2_and_a_sentence(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bench                            | Missing required parameter: 'SCENARIO'.
            bench gallop                     | there is no scenario “gallop”
            bench floor --members 1          | must be a whole number from 2 to 60000, not “1”.
            bench floor --seconds forever    | must be a whole number from 1 to 600, not “forever”.
            bench floor --protocol socketio  | must be native: this server does not speak Socket.IO yet.
            bench floor --url example.org    | must be like http://127.0.0.1:8080, not “example.org”.
            bench floor --database-url x.db  | must start with jdbc:postgresql:.
            """)
    void a_benchmark_that_cannot_be_run_ends_with_2_and_a_sentence(String line, String sentence) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void a_setting_that_cannot_be_read_ends_with_2_and_a_sentence() {
        assertThat(serve("--port", "eighty")).isEqualTo(2);
        saidOneSentence("--port must be a whole number from 0 to 65535, not “eighty”.");
    }

    @Test
    void a_taken_port_ends_with_1_and_a_sentence_and_leaves_nothing_behind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(serve("--port", port, "--data-dir", folder.toString())).isEqualTo(1);
            saidOneSentence("The server cannot listen on 127.0.0.1, port %s: Address already in use.".formatted(port));
        }
        DataDirectory.open(folder).close();
    }

    @Test
    void a_data_directory_in_use_ends_with_1_and_a_sentence() throws Exception {
        try (DataDirectory used = DataDirectory.open(folder)) {
            assertThat(serve("--data-dir", used.path().toString())).isEqualTo(1);
            saidOneSentence("Another Ting Ting is using the data directory %s.".formatted(folder));
        }
    }

    @Test
    void a_data_directory_that_cannot_be_written_ends_with_1_and_a_sentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(serve("--data-dir", file.toString())).isEqualTo(1);
        saidOneSentence("The data directory %s cannot be written.".formatted(file));
    }

    @Test
    void a_database_that_does_not_answer_ends_with_1_and_a_sentence_without_its_password() {
        String url = "jdbc:postgresql://127.0.0.1:1/chat?user=chat&password=hunter2";

        assertThat(serve("--data-dir", folder.toString(), "--database-url", url))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith("The database cannot be opened: ").doesNotContain("hunter2");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void a_file_that_is_no_database_ends_with_1_and_a_sentence() throws Exception {
        Files.writeString(folder.resolve("tingting.db"), "This is a diary and no database. ".repeat(200));

        assertThat(serve("--port", "0", "--data-dir", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("The database cannot be opened: ");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void a_damaged_secret_ends_with_1_and_a_sentence() throws Exception {
        Path secret = folder.resolve("secrets/access-tokens");
        Files.createDirectories(secret.getParent());
        Files.writeString(secret, "not hexadecimal");

        assertThat(serve("--port", "0", "--data-dir", folder.toString())).isEqualTo(1);
        saidOneSentence("The secret in %s is damaged.".formatted(secret));
    }
}
