package tingting.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import tingting.account.OneTimeCodes.Match;
import tingting.cluster.SharedCache;
import tingting.cluster.SharedCache.Tally;
import tingting.notice.Language;
import tingting.notice.Notice;
import tingting.notice.Notice.Code;
import tingting.notice.Notices;
import tingting.protocol.Problem;

/// Sends codes to people and takes them back, and what else an account has to tell its owner. What somebody can make
/// the server send is bounded by the hour: so many to one contact, and so many at the wish of one account. Safe from
/// any thread.
public final class SentCodes implements AutoCloseable {
    /// The name of the secret that codes are hashed with, and its length.
    public static final String SECRET = "one-time-codes";

    public static final int SECRET_BYTES = 32;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /// To one contact, at anybody's wish: each of them is also five guesses.
    private static final int ANYBODYS_AN_HOUR = 3;

    private static final int ANYBODYS_A_DAY = 10;
    /// To one contact beyond that, when it is asked for from where its owner has been: so that nobody can use up what
    /// the owner needs.
    private static final int OWNERS_AN_HOUR = 2;

    private static final int BY_ONE_ACCOUNT = 5;

    private final SharedCache cache;
    private final OneTimeCodes codes;
    private final Notices notices;
    private final Errands errands = new Errands();

    /// @param key secret, the same on every node, used for nothing else
    public SentCodes(SharedCache cache, byte[] key, SecureRandom random, Notices notices) {
        this.cache = cache;
        this.codes = new OneTimeCodes(cache, key, random);
        this.notices = notices;
    }

    /// Does something after the answer.
    ///
    /// @throws Problem `busy` when too much waits already
    void later(Runnable errand) {
        errands.run(errand);
    }

    /// Counts one more wish of an account to have something sent.
    ///
    /// @throws Problem `rate_limited` with the time to wait
    void requireFew(UUID userId) {
        Tally wishes = cache.count("wishes:" + userId, HOUR);
        if (wishes.count() > BY_ONE_ACCOUNT) {
            throw Problem.rateLimited(wishes.left());
        }
    }

    /// Whether the contact may be sent one more; it is counted.
    ///
    /// @param owner whether its owner is likely to have asked
    boolean mayReach(Contact contact, boolean owner) {
        boolean anybody = within("anybodys-hour:", contact, HOUR, ANYBODYS_AN_HOUR)
                && within("anybodys-day:", contact, DAY, ANYBODYS_A_DAY);
        return anybody || owner && within("owners-hour:", contact, HOUR, OWNERS_AN_HOUR);
    }

    private boolean within(String row, Contact contact, Duration time, int most) {
        return cache.count(row + contact.key(), time).count() <= most;
    }

    /// Sends a new code for the purpose, which must be typed in while what it is bound to has not changed.
    void send(
            Contact contact,
            Language language,
            BiFunction<String, Duration, ? extends Code> words,
            String purpose,
            String bound) {
        Code notice = words.apply(codes.issue(purpose, bound), OneTimeCodes.LIFETIME);
        switch (contact) {
            case EmailAddress email -> notices.mail(email.text(), language, notice);
            case PhoneNumber phone -> notices.text(phone.key(), language, notice);
        }
    }

    /// Tells something by e-mail.
    void tell(String email, Language language, Notice notice) {
        notices.mail(email, language, notice);
    }

    Optional<Match> match(String purpose, String bound, String typed) {
        return codes.match(purpose, bound, typed);
    }

    boolean spend(Match match) {
        return codes.spend(match);
    }

    /// What a code that does not match is answered with, for whatever reason.
    static Problem wrong() {
        return Problem.invalidField("otp", "is wrong or has expired");
    }

    @Override
    public void close() {
        errands.close();
    }
}
