package tingting.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder for messages that nobody takes over, since no server for them is set: one file each, for the server's
/// user alone. The log says where each is and nothing of what is in it.
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS-", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Mime mime;
    private final InstantSource clock;

    /// @param folder made when it is first needed
    Outbox(Path folder, Mime mime, InstantSource clock) {
        this.folder = folder;
        this.mime = mime;
        this.clock = clock;
    }

    /// Keeps a letter as a file that mail programs open.
    void mail(Letter letter) throws Undelivered {
        keep(".eml", out -> {
            try {
                mime.write(letter, Session.getInstance(mime.properties())).writeTo(out);
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        });
    }

    void sms(Sms sms) throws Undelivered {
        keep(".txt", out -> out.write("%s\n%s\n".formatted(sms.to(), sms.text()).getBytes(StandardCharsets.UTF_8)));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /// Whole before it has its name: who watches the folder sees no half message.
    private void keep(String ending, Writing writing) throws Undelivered {
        try {
            Files.createDirectories(folder, permissions("rwx------"));
            Path unfinished =
                    Files.createTempFile(folder, TIME.format(clock.instant()), ".new", permissions("rw-------"));
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                writing.to(out);
            }
            Path file = folder.resolve(unfinished.getFileName().toString().replace(".new", ending));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("No server takes this message: it is in {}", file);
        } catch (IOException e) {
            throw Undelivered.now("it could not be written into " + folder);
        }
    }

    private FileAttribute<?>[] permissions(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
