package tingting.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import tingting.notice.Notice.AccountDeactivated;
import tingting.notice.Notice.AccountReopened;
import tingting.notice.Notice.Code;
import tingting.notice.Notice.EmailChanged;
import tingting.notice.Notice.EmailCode;
import tingting.notice.Notice.EmailTaken;
import tingting.notice.Notice.ErasurePlanned;
import tingting.notice.Notice.ExportReady;
import tingting.notice.Notice.PasskeyAdded;
import tingting.notice.Notice.PasskeyRemoved;
import tingting.notice.Notice.PasswordChanged;
import tingting.notice.Notice.PasswordReset;
import tingting.notice.Notice.RecoveryCode;
import tingting.notice.Notice.SecondFactorOff;
import tingting.notice.Notice.SecondFactorOn;
import tingting.notice.Notice.SignInLinked;

/// Finds the words for a notice: one file of them a language, and one page for all mails. Safe from any thread.
final class Wording {
    private final Map<Language, Properties> words = new EnumMap<>(Language.class);
    private final String page = text("mail.html");

    Wording() {
        for (Language language : Language.values()) {
            words.put(language, properties(language.tag() + ".properties"));
        }
    }

    Letter letter(String to, Language language, Notice notice) {
        String name = name(notice);
        String subject = say(language, name + ".subject", notice);
        String before = say(language, name + ".before", notice);
        String after = say(language, name + ".after", notice);
        String code = notice instanceof Code secret ? secret.code() : "";
        String text =
                String.join("\n\n", code.isEmpty() ? new String[] {before, after} : new String[] {before, code, after});
        String html = page.replace("{language}", language.tag())
                .replace("{subject}", escaped(subject))
                .replace("{before}", escaped(before))
                .replace("{code}", code.isEmpty() ? "" : "<p class=\"code\">" + escaped(code) + "</p>")
                .replace("{after}", escaped(after));
        return new Letter(to, subject, language.tag(), text + "\n\n-- \nTing Ting\n", html);
    }

    Sms sms(String to, Language language, Code notice) {
        return new Sms(to, say(language, name(notice) + ".sms", notice));
    }

    private String say(Language language, String key, Notice notice) {
        String text = Objects.requireNonNull(
                Objects.requireNonNull(words.get(language)).getProperty(key), key);
        return switch (notice) {
            case Code code ->
                text.replace("{code}", code.code())
                        .replace("{minutes}", Long.toString(code.lifetime().toMinutes()));
            case ErasurePlanned planned ->
                text.replace("{days}", Long.toString(planned.grace().toDays()));
            default -> text;
        };
    }

    private static String name(Notice notice) {
        return switch (notice) {
            case RecoveryCode _ -> "recovery-code";
            case EmailCode _ -> "email-code";
            case EmailTaken _ -> "email-taken";
            case EmailChanged _ -> "email-changed";
            case SignInLinked _ -> "sign-in-linked";
            case PasskeyAdded _ -> "passkey-added";
            case PasskeyRemoved _ -> "passkey-removed";
            case PasswordReset _ -> "password-reset";
            case SecondFactorOn _ -> "second-factor-on";
            case SecondFactorOff _ -> "second-factor-off";
            case PasswordChanged _ -> "password-changed";
            case AccountDeactivated _ -> "account-deactivated";
            case ErasurePlanned _ -> "erasure-planned";
            case AccountReopened _ -> "account-reopened";
            case ExportReady _ -> "export-ready";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(open(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Wording.class.getResourceAsStream(name), name);
    }
}
