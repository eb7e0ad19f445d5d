package tingting.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Gives letters to a mail server (RFC 6409): over TLS with `smtps`, else with STARTTLS where the server offers it.
/// One connection a letter: codes are rare, and a kept connection would be closed by the server when it is wanted.
final class SmtpCarrier implements Carrier<Letter> {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI server;
    private final Mime mime;
    private final @Nullable String user;
    private final @Nullable String password;

    /// @param server `smtp://[user:password@]host[:port]`, or `smtps`; user and password are percent-encoded
    SmtpCarrier(URI server, Mime mime) {
        this.server = server;
        this.mime = mime;
        String[] login = server.getRawUserInfo() == null
                ? new String[0]
                : server.getRawUserInfo().split(":", 2);
        this.user = login.length > 0 ? decoded(login[0]) : null;
        this.password = login.length > 1 ? decoded(login[1]) : null;
    }

    private static String decoded(String text) {
        // URLDecoder takes a plus for a space, which only forms write so
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void carry(Letter letter) throws Undelivered {
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport(server.getScheme())) {
            MimeMessage message = mime.write(letter, session);
            transport.connect(server.getHost(), port(), user, password);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw undelivered(e);
        }
    }

    private int port() {
        return server.getPort() > 0 ? server.getPort() : server.getScheme().equals("smtps") ? SUBMISSIONS : SUBMISSION;
    }

    private Properties properties() {
        Properties properties = mime.properties();
        String prefix = "mail." + server.getScheme() + ".";
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put(prefix + wait, Long.toString(PATIENCE.toMillis()));
        }
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "auth", Boolean.toString(user != null));
        return properties;
    }

    /// 4xx may be better later, 5xx is an answer for ever (RFC 5321, section 4.2.1).
    private static Undelivered undelivered(MessagingException thrown) {
        int reply = 0;
        for (Exception e = thrown; e instanceof MessagingException mail; e = mail.getNextException()) {
            reply = Math.max(reply, reply(mail));
        }
        if (reply > 0) {
            String reason = "the mail server answered " + reply;
            return reply >= 500 ? Undelivered.ever(reason) : Undelivered.now(reason);
        }
        return switch (thrown) {
            case AuthenticationFailedException _ -> Undelivered.ever("the mail server refused the login");
            case AddressException _ -> Undelivered.ever("the address cannot be written in a mail");
            default -> Undelivered.now("the mail server was not reached");
        };
    }

    private static int reply(MessagingException e) {
        return switch (e) {
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPAddressFailedException address -> address.getReturnCode();
            default -> 0;
        };
    }
}
