package tingting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tingting.testing.TestClock;

@Tag("no-database")
class SmtpCarrierTest {
    private static final Mime MIME = new Mime("chat@example.org", new TestClock());
    private static final Letter LETTER = new Wording()
            .letter("lan@bücher.example", Language.VI, new Notice.RecoveryCode("012345", Duration.ofMinutes(10)));

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_server_gets_text_and_page_in_the_language_of_the_reader() throws Exception {
        carrier("smtp://127.0.0.1:" + server.getSmtp().getPort()).carry(LETTER);

        MimeMessage got = server.getReceivedMessages()[0];
        assertThat(got.getSubject()).isEqualTo("Mã để đặt mật khẩu mới");
        assertThat(((InternetAddress) got.getFrom()[0]).getAddress()).isEqualTo("chat@example.org");
        assertThat(((InternetAddress) got.getFrom()[0]).getPersonal()).isEqualTo("Ting Ting");
        assertThat(got.getAllRecipients()).extracting(Object::toString).containsExactly("lan@xn--bcher-kva.example");
        assertThat(got.getSentDate().toInstant()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(got.getHeader("Content-Language")).containsExactly("vi");
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getHeader("Message-ID")[0]).endsWith("@example.org>");

        MimeMultipart parts = (MimeMultipart) got.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("012345", "Đừng đưa mã cho ai");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("012345", "<html lang=\"vi\">");
    }

    @Test
    void a_login_is_used_as_it_is_written_percent_encoded() throws Exception {
        server.setUser("chat@example.org", "ch@t", "p:w+d");

        carrier("smtp://ch%40t:p:w+d@127.0.0.1:" + server.getSmtp().getPort()).carry(LETTER);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_refused_login_is_for_ever() {
        server.setUser("chat@example.org", "chat", "secret");

        lasting(
                true,
                () -> carrier("smtp://chat:wrong@127.0.0.1:" + server.getSmtp().getPort())
                        .carry(LETTER));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
        lasting(
                false,
                () -> carrier("smtps://127.0.0.1:" + server.getSmtps().getPort())
                        .carry(LETTER));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_may_be_tried_again() {
        int port = server.getSmtp().getPort();
        server.stop();

        lasting(false, () -> carrier("smtp://127.0.0.1:" + port).carry(LETTER));
    }

    @Test
    void an_address_that_no_mail_can_have_is_refused_for_ever() {
        Letter letter = new Letter("lan lan@example.org", "s", "en", "t", "h");

        lasting(
                true,
                () -> carrier("smtp://127.0.0.1:" + server.getSmtp().getPort()).carry(letter));
    }

    private static SmtpCarrier carrier(String url) {
        return new SmtpCarrier(URI.create(url), MIME);
    }

    private static void lasting(boolean lasting, ThrowingCallable send) {
        assertThatThrownBy(send).isInstanceOfSatisfying(Undelivered.class, e -> {
            assertThat(e.lasting()).isEqualTo(lasting);
            assertThat(e.getMessage()).doesNotContain("lan", "012345");
        });
    }
}
