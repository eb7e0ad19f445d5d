package tingting.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tingting.testing.TestClock;

@Tag("no-database")
class OutboxTest {
    private static final Letter LETTER = new Wording()
            .letter("lan@example.org", Language.VI, new Notice.RecoveryCode("012345", Duration.ofMinutes(10)));

    private final Logger log = (Logger) LoggerFactory.getLogger(Outbox.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void a_mail_is_a_file_that_mail_programs_open_and_nobody_else_reads() throws Exception {
        outbox().mail(LETTER);

        Path file = onlyFile();
        assertThat(file.getFileName().toString())
                .startsWith("20260301T080000.000-")
                .endsWith(".eml");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(mail.getSubject()).isEqualTo("Mã để đặt mật khẩu mới");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("lan@example.org");
        }
    }

    @Test
    void every_line_of_a_mail_ends_as_mails_want_it() throws Exception {
        outbox().mail(new Wording().letter("lan@example.org", Language.EN, new Notice.EmailChanged()));

        assertThat(Files.readString(onlyFile())).doesNotContainPattern("[^\r]\n");
    }

    @Test
    void a_text_message_is_a_file_as_well() throws Exception {
        outbox().sms(new Sms("+84912345678", "012345"));

        assertThat(onlyFile()).hasContent("+84912345678\n012345\n");
    }

    @Test
    void the_log_says_where_it_is_and_nothing_of_what_is_in_it() throws Exception {
        outbox().mail(LETTER);

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .satisfies(
                        line -> assertThat(line).contains(onlyFile().toString()).doesNotContain("lan", "012345"));
    }

    @Test
    void a_folder_that_cannot_be_written_is_no_accident() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        Outbox outbox = new Outbox(file, new Mime("chat@example.org", new TestClock()), new TestClock());

        assertThatThrownBy(() -> outbox.mail(LETTER)).isInstanceOf(Undelivered.class);
    }

    private Outbox outbox() {
        return new Outbox(directory.resolve("outbox"), new Mime("chat@example.org", new TestClock()), new TestClock());
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("outbox"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }
}
