package tingting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tingting.protocol.Json;
import tingting.testing.Http;
import tingting.testing.Mailbox;
import tingting.testing.TestClient;
import tingting.testing.TestServer;

/// The whole way of a code: from the request to the mail and back.
class MailTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String EMAIL = "anna@example.org";

    @Test
    void a_code_comes_by_the_mail_server_and_its_use_closes_open_sockets_within_a_second() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (TestServer server = TestServer.start(Map.of(
                "--smtp-url", "smtp://127.0.0.1:" + mail.getSmtp().getPort(), "--mail-from", "chat@example.org"))) {
            String token = register(server);
            assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
            assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Your code to confirm this address");
            TestClient socket = TestClient.open(server.port(), "/ws?token=" + token);
            socket.await("ready");
            assertThat(post(server, "/password/forgot", Map.of("email", EMAIL))).isEqualTo(202);
            assertThat(mail.waitForIncomingEmail(20_000, 2)).isTrue();
            String code = code(about("new password", mail.getReceivedMessages()));

            assertThat(post(
                            server,
                            "/password/reset",
                            Map.of("email", EMAIL, "otp", code, "new_password", "another horse and battery")))
                    .isEqualTo(204);
            long answered = System.nanoTime();

            assertThat(socket.awaitClose()).isEqualTo(4401);
            assertThat(Duration.ofNanos(System.nanoTime() - answered)).isLessThan(Duration.ofSeconds(1));
        } finally {
            mail.stop();
        }
    }

    @Test
    void who_registers_with_an_address_gets_a_code_for_it_and_hears_of_a_new_password_there() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (TestServer server = TestServer.start(
                Map.of("--smtp-url", "smtp://127.0.0.1:" + mail.getSmtp().getPort()))) {
            String token = register(server);
            assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();
            Map<String, String> proof = Map.of("email", EMAIL, "otp", code(mail.getReceivedMessages()[0]));
            assertThat(post(server, "/api/v1/users/me/email/confirm", token, proof))
                    .isEqualTo(200);

            Map<String, String> passwords =
                    Map.of("old_password", PASSWORD, "new_password", "another horse and battery");
            assertThat(post(server, "/api/v1/auth/password/change", token, passwords))
                    .isEqualTo(204);

            assertThat(mail.waitForIncomingEmail(20_000, 2)).isTrue();
            MimeMessage told = about("was changed", mail.getReceivedMessages());
            assertThat(told.getAllRecipients()).extracting(Object::toString).containsExactly(EMAIL);
        } finally {
            mail.stop();
        }
    }

    @Test
    void without_a_mail_server_the_code_is_in_a_file_of_the_data_directory() throws Exception {
        try (TestServer server = TestServer.start()) {
            register(server);
            Path outbox = server.dataDir().resolve("outbox");
            post(server, "/password/forgot", Map.of("email", EMAIL));
            await().until(() -> mails(outbox).size() == 2);

            List<MimeMessage> mails = new ArrayList<>();
            for (Path file : mails(outbox)) {
                try (InputStream in = Files.newInputStream(file)) {
                    mails.add(new MimeMessage(Session.getInstance(new Properties()), in));
                }
            }
            String code = code(about("new password", mails.toArray(MimeMessage[]::new)));
            assertThat(post(
                            server,
                            "/password/reset",
                            Map.of("email", EMAIL, "otp", code, "new_password", "another horse and battery")))
                    .isEqualTo(204);
        }
    }

    @Test
    void a_mail_server_that_takes_the_call_and_never_speaks_delays_no_answer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                TestServer server =
                        TestServer.start(Map.of("--smtp-url", "smtp://127.0.0.1:" + silent.getLocalPort()))) {
            register(server);
            for (int i = 0; i < 5; i++) {
                assertThat(post(server, "/password/forgot", Map.of("email", EMAIL)))
                        .isEqualTo(202);
            }
            silent.accept().close();

            assertThat(post(server, "/login", Map.of("login", EMAIL, "password", PASSWORD)))
                    .isEqualTo(200);
        }
    }

    private String register(TestServer server) throws Exception {
        var answer = Http.send(
                request(server, "/register", Map.of("username", "anna", "password", PASSWORD, "email", EMAIL)));
        assertThat(answer.statusCode()).isEqualTo(201);
        return Json.parse(answer.body()).path("access_token").textValue();
    }

    private int post(TestServer server, String path, String token, Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        return Http.send(request).statusCode();
    }

    private int post(TestServer server, String path, Object body) throws Exception {
        return Http.send(request(server, path, body)).statusCode();
    }

    private static HttpRequest request(TestServer server, String path, Object body) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/auth" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
    }

    private static List<Path> mails(Path outbox) throws Exception {
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }

    private static MimeMessage about(String words, MimeMessage... mails) throws Exception {
        for (MimeMessage mail : mails) {
            if (mail.getSubject().contains(words)) {
                return mail;
            }
        }
        throw new AssertionError("no mail is about a " + words);
    }

    private static String code(MimeMessage mail) throws Exception {
        return Mailbox.codeIn(
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
    }
}
