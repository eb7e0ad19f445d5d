package tingting.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tingting.notice.Letter;
import tingting.notice.Sms;

/// Where everybody's mails and text messages arrive. Safe from any thread.
public final class Mailbox {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final int PATIENCE_SECONDS = 20;

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Letter> unread = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Sms> texts = new LinkedBlockingQueue<>();

    public void mail(Letter letter) {
        letters.add(letter);
        unread.add(letter);
    }

    public void sms(Sms sms) {
        texts.add(sms);
    }

    /// All that has come so far.
    public List<Letter> letters() {
        return letters;
    }

    /// The next mail that was not read yet; waits for it.
    public Letter next() {
        return present(poll(unread));
    }

    /// The next text message; waits for it.
    public Sms nextText() {
        return present(poll(texts));
    }

    /// The code in the next mail.
    public String code() {
        return codeIn(next().text());
    }

    public static String codeIn(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as("a code in “%s”", text).isTrue();
        return code.group();
    }

    private static <T> @Nullable T poll(LinkedBlockingQueue<T> queue) {
        try {
            return queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T present(@Nullable T message) {
        assertThat(message).as("a message").isNotNull();
        return Objects.requireNonNull(message);
    }
}
