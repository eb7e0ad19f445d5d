package tingting.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tingting.database.Database;
import tingting.protocol.Event;
import tingting.protocol.RoomEvent;

/// How much is going on. What happens is counted as it passes; what there is is counted in the database, at most
/// every half minute and only while somebody looks. Safe from any thread.
public final class Statistics {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private record Counted(Totals totals, long bytes, Instant at) {}

    private final Database database;
    private final InstantSource clock;
    private final Instant started;
    private final Minutes minutes;
    private @Nullable Counted counted;

    public Statistics(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.started = clock.instant();
        this.minutes = new Minutes(started);
    }

    /// Hears what the bus tells. Never blocks.
    public void receive(Event event) {
        if (event instanceof RoomEvent change && change.body() instanceof RoomEvent.NewMessage) {
            minutes.message(clock.instant());
        }
    }

    /// A connection to this node began. Never blocks.
    public void arrived() {
        minutes.connections(clock.instant(), 1);
    }

    /// A connection to this node ended. Never blocks.
    public void left() {
        minutes.connections(clock.instant(), -1);
    }

    /// The server at a glance. Blocks.
    ///
    /// @throws tingting.protocol.Problem `forbidden` for who is not in charge
    public Overview overview(Agent agent) {
        database.read(handle -> Office.require(handle, agent, Power.SEE_STATISTICS));
        Counted now = counted();
        List<Minutes.Minute> hour = minutes.last(clock.instant());
        Minutes.Minute whole = hour.size() < 2 ? hour.getLast() : hour.get(hour.size() - 2);
        return new Overview(now.totals, now.at, minutes.connections(), whole.messages(), now.bytes, started, hour);
    }

    /// One counts, the others wait for it.
    private synchronized Counted counted() {
        Instant now = clock.instant();
        if (counted == null || Duration.between(counted.at, now).compareTo(FRESH) >= 0) {
            counted = new Counted(database.read(TotalsStore::read), database.bytes(), now);
        }
        return counted;
    }
}
