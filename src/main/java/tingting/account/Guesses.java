package tingting.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tingting.config.Settings;
import tingting.limits.Limit;
import tingting.limits.Limiter;
import tingting.limits.Meter;
import tingting.protocol.Problem;

/// Counts wrong passwords and codes against whoever guesses, and lets nobody guess who has guessed too often. What a
/// stranger does counts against strangers alone: who is known for an account gets in to it whatever others do.
/// `docs/security.md` tells who can do what. Safe from any thread; blocks.
public final class Guesses {
    /// Who guesses, and at what.
    ///
    /// `account` is the name that was typed, as it is compared, whether it exists or not: counting by the account
    /// behind it would tell which names belong to one.
    public sealed interface Guesser {
        /// From an address that this account was never signed in to from.
        record Stranger(String account, String addressPrefix) implements Guesser {}

        /// From an address that it was signed in to from.
        record Neighbour(String account, String addressPrefix) implements Guesser {}

        /// From a browser that it was signed in to in.
        record KnownDevice(String account, UUID deviceId) implements Guesser {}

        /// Within a session, for what asks for the password again.
        record SignedIn(UUID sessionId) implements Guesser {}
    }

    private static final Settings.Guesses AT_CODES = new Settings.Guesses(30, 10, Duration.ofDays(1));

    private final Limiter limiter;
    private final Limit address;
    private final Limit account;
    private final Limit neighbours;
    private final Limit neighbour;
    private final Limit device;
    private final Limit session;
    private final Turnstile turnstile = new Turnstile();

    /// Of passwords.
    ///
    /// @param most from one address at accounts that do not know it, and at those that do another twice as many; at
    ///     an account from all strangers together, and from each that it knows
    public Guesses(Limiter limiter, Settings.Guesses most) {
        this("guesses", limiter, most);
    }

    /// Of the codes of second factors, by who knows the password already: six digits, of which three are good at a
    /// time. Ten a day leave a guesser one chance in a hundred a year.
    public static Guesses atCodes(Limiter limiter) {
        return new Guesses("codes", limiter, AT_CODES);
    }

    private Guesses(String what, Limiter limiter, Settings.Guesses most) {
        this.limiter = limiter;
        this.address = Limit.within(what + "-address", most.perAddress(), most.period());
        this.account = Limit.within(what + "-account", most.perAccount(), most.period());
        this.neighbours = Limit.within(what + "-neighbours", 2 * most.perAddress(), most.period());
        this.neighbour = Limit.within(what + "-neighbour", most.perAccount(), most.period());
        this.device = Limit.within(what + "-device", most.perAccount(), most.period());
        this.session = Limit.within(what + "-session", most.perAccount(), most.period());
    }

    /// As [#right], for what is right or wrong and nothing else.
    public boolean isRight(Guesser who, BooleanSupplier check) {
        return right(who, () -> Optional.of(true).filter(yes -> check.getAsBoolean()))
                .isPresent();
    }

    /// Lets a guess be checked, and counts it when it is wrong. One guesser's guesses are checked one after the
    /// other: many at once would all be let through before the first was counted.
    ///
    /// @param check blocks; what a right guess finds, nothing for a wrong one
    /// @throws Problem `rate_limited` without a check, when there were too many wrong ones; `busy` when too many of
    ///     this guesser wait; what `check` throws, which then counts nothing
    public <T> Optional<T> right(Guesser who, Supplier<Optional<T>> check) {
        return turnstile.pass(turn(who), () -> {
            List<Meter> meters = meters(who);
            meters.forEach(Guesses::requireRoom);
            Optional<T> found = check.get();
            if (found.isEmpty()) {
                meters.forEach(Meter::count);
            }
            return found;
        });
    }

    private static void requireRoom(Meter meter) {
        Duration wait = meter.untilRoom();
        if (!wait.isZero()) {
            throw Problem.rateLimited(wait);
        }
    }

    private List<Meter> meters(Guesser who) {
        return switch (who) {
            case Guesser.Stranger(String name, String prefix) ->
                List.of(limiter.meter(address, prefix), limiter.meter(account, name));
            case Guesser.Neighbour(String name, String prefix) ->
                List.of(limiter.meter(neighbours, prefix), limiter.meter(neighbour, name + " " + prefix));
            case Guesser.KnownDevice(String name, UUID id) -> List.of(limiter.meter(device, name + " " + id));
            case Guesser.SignedIn(UUID id) -> List.of(limiter.meter(session, id));
        };
    }

    private static Object turn(Guesser who) {
        return switch (who) {
            case Guesser.Stranger stranger -> stranger.addressPrefix();
            case Guesser.Neighbour neighbour -> neighbour.addressPrefix();
            case Guesser.KnownDevice known -> known.deviceId();
            case Guesser.SignedIn signedIn -> signedIn.sessionId();
        };
    }
}
