package tingting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("no-database")
class ValuesTest {
    @TempDir
    Path folder;

    private final Map<String, String> flags = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    private Values values() {
        flags.put("--data-dir", folder.toString());
        return Values.read(flags, environment);
    }

    private Settings settings() {
        return values().settings();
    }

    private void file(String lines) throws IOException {
        Files.writeString(folder.resolve(Values.FILE), lines);
    }

    private void refused(String sentence) {
        assertThatThrownBy(this::settings).isInstanceOf(InvalidSetting.class).hasMessage(sentence);
    }

    @Test
    void what_is_not_written_has_its_default() {
        Settings settings = settings();

        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().corsOrigins()).isEmpty();
        assertThat(settings.http().trustedProxies()).isEmpty();
        assertThat(settings.http().managementPort()).isEmpty();
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.accessToken()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.contentCharacters()).isEqualTo(10_000);
        assertThat(settings.sockets().frameBytes()).isEqualTo(65_536);
        assertThat(settings.presenceGrace()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_line_counts_before_the_default_a_variable_before_the_line_and_a_flag_before_both() throws IOException {
        file("tingting.port = 1001");
        assertThat(settings().http().port()).isEqualTo(1001);

        environment.put("TINGTING_PORT", "1002");
        assertThat(settings().http().port()).isEqualTo(1002);

        flags.put("--port", "1003");
        assertThat(settings().http().port()).isEqualTo(1003);
    }

    @Test
    void the_file_is_looked_for_in_the_data_directory_that_a_variable_names() throws IOException {
        file("tingting.port=1001");
        environment.put("TINGTING_DATA_DIR", folder.toString());

        assertThat(Values.read(Map.of(), environment).settings().http().port()).isEqualTo(1001);
    }

    @Test
    void something_empty_counts_as_not_written() {
        environment.put("TINGTING_PORT", "");
        environment.put("TINGTING_DATABASE_URL", " ");

        assertThat(settings().http().port()).isEqualTo(8080);
        assertThat(settings().databaseUrl()).isEmpty();
    }

    @Test
    void variables_of_others_and_of_the_launcher_are_none_of_ours() {
        environment.put("PATH", "/bin");
        environment.put("TINGTING_JAVA_OPTS", "-Xmx1g");

        assertThat(settings().http().port()).isEqualTo(8080);
    }

    @Test
    void an_unknown_variable_is_refused() {
        environment.put("TINGTING_PROT", "80");

        refused("There is no setting TINGTING_PROT; “tingting config” lists those there are.");
    }

    @Test
    void an_unknown_line_is_refused() throws IOException {
        file("port=80");

        refused("There is no setting port; “tingting config” lists those there are.");
    }

    @Test
    void the_file_cannot_name_another_data_directory() throws IOException {
        file("tingting.data-dir=/elsewhere");

        refused("%s is in the data directory and cannot name another.".formatted(folder.resolve(Values.FILE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TINGTING_PORT                 | 65536         | must be a whole number from 0 to 65535
            TINGTING_PORT                 | tcp://10.0.0.1:80 | must be a whole number from 0 to 65535
            TINGTING_ACCESS_TOKEN_SECONDS | 15m           | must be a whole number from 10 to 86400
            TINGTING_PUBLIC_URL           | chat.example  | must be an address like https://chat.example.org, without a path
            TINGTING_PUBLIC_URL           | https://a.b/c | must be an address like https://chat.example.org, without a path
            TINGTING_PUBLIC_URL           | ftp://a.b     | must be an address like https://chat.example.org, without a path
            TINGTING_TRUSTED_PROXIES      | proxy.example | must be IP addresses or networks like 10.0.0.0/8
            TINGTING_TRUSTED_PROXIES      | 10.0.0.0/33   | must be IP addresses or networks like 10.0.0.0/8
            TINGTING_LOG_FORMAT           | xml           | must be one of text, json
            """)
    void a_value_that_cannot_be_read_is_refused_in_one_sentence(String variable, String value, String rule) {
        environment.put(variable, value);

        refused("%s %s, not “%s”.".formatted(variable, rule, value));
    }

    @Test
    void the_sentence_names_the_flag_or_the_line_that_was_written() throws IOException {
        file("tingting.port=many");
        refused("tingting.port in tingting.properties must be a whole number from 0 to 65535, not “many”.");

        flags.put("--port", "few");
        refused("--port must be a whole number from 0 to 65535, not “few”.");
    }

    @Test
    void the_management_port_is_another_one() {
        environment.put("TINGTING_MANAGEMENT_PORT", "8080");

        refused("TINGTING_MANAGEMENT_PORT must not be the port that is served, 8080.");
    }

    @Test
    void a_refused_secret_is_not_repeated() {
        environment.put("TINGTING_DATABASE_URL", "mysql://chat:hunter2@db");

        refused("TINGTING_DATABASE_URL must begin with jdbc:postgresql:.");
    }

    @Test
    void origins_are_kept_as_browsers_write_them() {
        environment.put("TINGTING_PUBLIC_URL", "HTTPS://Chat.Example:443/");
        environment.put("TINGTING_CORS_ORIGINS", "http://one.example:80, http://two.example:3000");

        assertThat(settings().http().publicUrl()).contains("https://chat.example");
        assertThat(settings().http().corsOrigins()).containsExactly("http://one.example", "http://two.example:3000");
    }

    @Test
    void the_reference_shows_what_is_in_force_and_where_it_is_written_but_no_secret() {
        environment.put("TINGTING_DATABASE_URL", "jdbc:postgresql://db/chat?password=hunter2");
        flags.put("--port", "1003");

        assertThat(Reference.inForce(values()))
                .contains("TINGTING_PORT = 1003  [flag]")
                .contains("TINGTING_DATABASE_URL = (secret)  [environment]")
                .contains("TINGTING_HOST = 127.0.0.1  [default]")
                .contains("TINGTING_PUBLIC_URL = (none)  [default]")
                .doesNotContain("hunter2");
    }

    @Test
    void the_documentation_has_the_table_that_the_settings_make() throws IOException {
        assertThat(Files.readString(Path.of("docs/configuration.md")))
                .as("docs/configuration.md: put in what “./tingting config --markdown” prints")
                .contains(Reference.markdown());
    }
}
