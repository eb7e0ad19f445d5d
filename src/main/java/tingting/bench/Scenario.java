package tingting.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be measured.
public enum Scenario {
    FLOOR("a bare relay without storage or checks: what the same frames cost at least"),
    FANOUT("one room of many members, a few of whom write as fast as they can"),
    DIRECT("many rooms of two; a part of the people write, each with one message on its way"),
    PACED("one room of many members that gets a fixed number of messages a second"),
    STALLED("paced, and then one reader in a hundred stops reading: what the others notice of it"),
    IDLE("signed-in connections that do nothing: memory of each"),
    HISTORY("pages of 50 messages over REST"),
    LOGIN("sign-ins with a password"),
    HASH("password hashes with several parameters, without a server"),
    RESUME_STORM("everybody reconnects at once and takes up 20 missed messages");

    private final String sentence;

    Scenario(String sentence) {
        this.sentence = sentence;
    }

    /// Its name on the command line and in reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it does, in half a sentence.
    public String sentence() {
        return sentence;
    }

    public static Optional<Scenario> parse(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
