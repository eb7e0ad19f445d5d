package tingting.notice;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/// Writes letters as RFC 5322 and MIME want them: text and HTML as alternatives, in UTF-8.
final class Mime {
    private static final String SENDER = "Ting Ting";
    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final String from;
    private final InstantSource clock;

    /// @param from the sender's address, without a name
    Mime(String from, InstantSource clock) {
        this.from = from;
        this.clock = clock;
    }

    /// Properties that keep the names of this machine and its user out of the message and the greeting.
    Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.from", from);
        return properties;
    }

    MimeMessage write(Letter letter, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(sender());
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), CHARSET);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", letter.language());
        // nobody's absence note should answer it (RFC 3834, section 5)
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(alternatives(letter));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        try {
            return new InternetAddress(from, SENDER, CHARSET);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
    }

    /// The best one last (RFC 2046, section 5.1.4).
    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(lines(letter.text()), CHARSET, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(lines(letter.html()), CHARSET, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /// Lines as they end in a mail, on every system (RFC 2046, section 4.1.1).
    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }
}
