package tingting.notice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tingting.config.Settings;
import tingting.notice.Notice.Code;

/// Tells people something outside of the app. Both verbs return at once, from any thread: how it goes on is seen in
/// the log alone, so that a mail server that is slow or away is nobody's business but the operator's.
public final class Notices implements AutoCloseable {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(1));
    private static final int MOST_WAITING = 1000;

    /// Read with the first notice: a server that starts has better to do.
    private static final class Words {
        static final Wording ALL = new Wording();
    }

    private final Carrier<Letter> mail;
    private final Carrier<Sms> sms;
    private final Post post;

    /// @param pauses before the second attempt to send and each that follows
    public Notices(Carrier<Letter> mail, Carrier<Sms> sms, List<Duration> pauses) {
        this.mail = mail;
        this.sms = sms;
        this.post = new Post(pauses, MOST_WAITING);
    }

    /// By the servers that are set; where there is none, into files of the data directory.
    public static Notices of(Settings.Mail settings, Path dataDirectory, InstantSource clock) {
        Mime mime = new Mime(settings.from(), clock);
        Outbox outbox = new Outbox(dataDirectory.resolve("outbox"), mime, clock);
        Carrier<Letter> mail = settings.smtp()
                .<Carrier<Letter>>map(server -> new SmtpCarrier(server, mime))
                .orElse(outbox::mail);
        Carrier<Sms> sms =
                settings.smsWebhook().<Carrier<Sms>>map(SmsWebhook::new).orElse(outbox::sms);
        return new Notices(mail, sms, PAUSES);
    }

    public void mail(String address, Language language, Notice notice) {
        post.send(mail, Words.ALL.letter(address, language, notice));
    }

    public void text(String phone, Language language, Code notice) {
        post.send(sms, Words.ALL.sms(phone, language, notice));
    }

    /// Waits a moment for what is being sent.
    @Override
    public void close() {
        post.close();
    }
}
