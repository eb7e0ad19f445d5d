package tingting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tingting.testing.Authenticator;
import tingting.testing.Person;
import tingting.testing.TestServer;

/// `tingting admin`, said to a server that runs and to one that does not.
class AdminCommandTest {
    private final TestServer server = TestServer.start();
    private Person an = Person.register(server.url(), "lan");

    @TempDir
    Path elsewhere;

    @BeforeEach
    void appoint() {
        server.admin("grant", "lan", "admin");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_first_admin_is_appointed_at_the_command_line_while_the_server_runs() {
        assertThat(server.admin("list")).isEqualTo("lan  admin      active");
        assertThat(an.get("/users/me").path("role").asText()).isEqualTo("admin");
        assertThat(an.get("/admin/audit").at("/items/0/source").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(an.get("/admin/audit").at("/items/0/actor").isNull()).isTrue();
    }

    @Test
    void a_role_is_taken_back_but_not_the_last_admin_s() {
        Person.register(server.url(), "binh");
        assertThat(server.admin("grant", "binh", "moderator")).isEqualTo("binh is a moderator now.");
        assertThat(server.admin("revoke", "binh")).isEqualTo("binh is a user now.");
        assertThat(server.admin("list")).doesNotContain("binh");
        assertThat(Operator.refusal(server.dataDir(), "revoke", "lan")).contains("the only admin");
        assertThat(Operator.refusal(server.dataDir(), "disable", "lan")).contains("the only admin");
    }

    @Test
    void a_password_is_replaced_by_one_that_is_printed_and_every_session_ends() {
        Person binh = Person.register(server.url(), "binh");
        String printed = server.admin("reset-password", "binh");
        String password = printed.substring(printed.lastIndexOf(' ') + 1);

        assertThat(binh.answer("GET", "/users/me").statusCode()).isEqualTo(401);
        assertThat(Person.login(server.url(), "binh", password).userId()).isEqualTo(binh.userId());
        assertThat(an.get("/admin/audit").toString()).contains("password_reset").doesNotContain(password);
    }

    @Test
    void a_second_factor_that_is_lost_is_switched_off() {
        Person binh = Person.register(server.url(), "binh");
        String secret = binh.post("/auth/2fa/setup", Map.of()).path("secret").asText();
        binh.answer("POST", "/auth/2fa/confirm", Map.of("code", new Authenticator(secret, Clock.systemUTC()).code()));

        assertThat(server.admin("remove-2fa", "binh")).isEqualTo("binh signs in with the password alone now.");
        assertThat(Person.login(server.url(), "binh").userId()).isEqualTo(binh.userId());
        assertThat(an.get("/admin/audit").toString()).contains("second_factor_removed");
    }

    @Test
    void an_order_that_is_logged_shows_no_password() {
        assertThat(new AdminOrder.ResetPassword("binh", "hạt dẻ rang").toString())
                .contains("binh")
                .doesNotContain("hạt dẻ rang");
    }

    @Test
    void a_disabled_account_is_signed_out_at_once_and_comes_back_when_it_is_enabled() {
        Person binh = Person.register(server.url(), "binh");
        try (var socket = binh.socket()) {
            socket.await("ready");
            server.admin("disable", "binh", "--delete");
            assertThat(socket.awaitClose()).isEqualTo(4401);
        }
        assertThat(an.get("/admin/users?state=deleted").at("/items/0/username").asText())
                .isEqualTo("binh");
        server.admin("enable", "binh");
        assertThat(Person.login(server.url(), "binh").userId()).isEqualTo(binh.userId());
    }

    @Test
    void what_cannot_be_done_is_said_in_a_sentence() {
        assertThat(Operator.refusal(server.dataDir(), "grant", "nobody", "admin"))
                .isEqualTo("There is nobody with the username “nobody”.");
        assertThat(Operator.refusal(elsewhere.resolve("nothing"), "list")).startsWith("There is no data directory");
    }

    @Test
    void only_the_owner_of_the_data_directory_reaches_the_console() throws Exception {
        Path console = server.dataDir().resolve("console");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(console)))
                .isEqualTo("rw-------");
    }

    @Test
    void without_a_server_the_command_does_it_itself() {
        Person.register(server.url(), "binh");
        server.whileStopped(
                () -> assertThat(server.admin("grant", "binh", "moderator")).isEqualTo("binh is a moderator now."));
        an = Person.login(server.url(), "lan");
        assertThat(an.get("/admin/users?role=moderator").at("/items/0/username").asText())
                .isEqualTo("binh");
    }
}
